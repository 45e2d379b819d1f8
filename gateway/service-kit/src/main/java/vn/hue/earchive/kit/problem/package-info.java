/**
 * RFC 9457 problems in Vietnamese and English: one factory, one table of codes, nothing internal in
 * an answer.
 */
@NullMarked
package vn.hue.earchive.kit.problem;

import org.jspecify.annotations.NullMarked;

/**
 * Suggestions of retention rules: which lines of the sets in force a title resembles and why, past
 * decisions of the agency, and what people chose. Nothing is applied by itself.
 */
@NullMarked
package vn.hue.earchive.document.suggestion;

import org.jspecify.annotations.NullMarked;

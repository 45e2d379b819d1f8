/**
 * Electronic signatures at the intake: which files are looked into, and what is kept of the answer.
 * The check itself is that of document-service ({@link vn.hue.earchive.signature.Checker}).
 */
@NullMarked
package vn.hue.earchive.archive.signature;

import org.jspecify.annotations.NullMarked;

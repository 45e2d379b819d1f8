/**
 * Findings in a request, collected before any effect and reported all at once, in the caller's
 * language.
 */
@NullMarked
package vn.hue.earchive.document.validation;

import org.jspecify.annotations.NullMarked;

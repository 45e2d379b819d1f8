/**
 * Code lists of the law and of the exchange standard as read-only resources, and the check that a
 * code is known.
 */
@NullMarked
package vn.hue.earchive.document.codelist;

import org.jspecify.annotations.NullMarked;

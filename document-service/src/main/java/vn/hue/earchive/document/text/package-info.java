/**
 * Vietnamese text as it is stored and compared: NFC on the way in, folded forms for comparison.
 * Pure functions, no framework.
 */
@NullMarked
package vn.hue.earchive.document.text;

import org.jspecify.annotations.NullMarked;

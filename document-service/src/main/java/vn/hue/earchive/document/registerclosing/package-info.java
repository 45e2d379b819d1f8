/**
 * Registers that are closed for a year: sealed with the digests of their lines and of their print.
 * What changes afterwards stands beside the seal as an amendment.
 */
@NullMarked
package vn.hue.earchive.document.registerclosing;

import org.jspecify.annotations.NullMarked;

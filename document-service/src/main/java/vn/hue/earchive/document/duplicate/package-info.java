/**
 * Finds documents that an agency seems to have already, before it registers them a second time: by
 * number, issuer and date, and by the digests of their files.
 */
@NullMarked
package vn.hue.earchive.document.duplicate;

import org.jspecify.annotations.NullMarked;

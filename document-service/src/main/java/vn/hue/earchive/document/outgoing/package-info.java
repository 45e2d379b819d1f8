/**
 * Outgoing documents (văn bản đi): draft, review, signing, number, issue; recall, replacement and
 * correction.
 */
@NullMarked
package vn.hue.earchive.document.outgoing;

import org.jspecify.annotations.NullMarked;

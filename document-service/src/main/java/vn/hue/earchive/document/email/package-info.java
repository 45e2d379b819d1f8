/**
 * E-mail as a way in: a message in the form of RFC 5322 is taken in as it was sent, its attachments
 * become files, and it comes to the clerk's desk.
 */
@NullMarked
package vn.hue.earchive.document.email;

import org.jspecify.annotations.NullMarked;

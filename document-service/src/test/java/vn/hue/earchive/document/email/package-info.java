/** Tests of what is read out of e-mails. */
@NullMarked
package vn.hue.earchive.document.email;

import org.jspecify.annotations.NullMarked;

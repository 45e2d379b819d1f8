/** Tests of the rules of access and personal data. */
@NullMarked
package vn.hue.earchive.document.accessrule;

import org.jspecify.annotations.NullMarked;

/** Tests of the rules of outgoing documents. */
@NullMarked
package vn.hue.earchive.document.outgoing;

import org.jspecify.annotations.NullMarked;

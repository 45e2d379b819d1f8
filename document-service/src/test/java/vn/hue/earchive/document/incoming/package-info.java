/** Tests of the rules of incoming documents. */
@NullMarked
package vn.hue.earchive.document.incoming;

import org.jspecify.annotations.NullMarked;

/** Tests of the pure rules of this feature. */
@NullMarked
package vn.hue.earchive.document.handover;

import org.jspecify.annotations.NullMarked;

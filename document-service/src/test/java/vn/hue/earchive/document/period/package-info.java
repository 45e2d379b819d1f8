/** Tests of the pure rules of this feature. */
@NullMarked
package vn.hue.earchive.document.period;

import org.jspecify.annotations.NullMarked;

/** Legal dates of Viet Nam and the one clock. */
@NullMarked
package vn.hue.earchive.kit.time;

import org.jspecify.annotations.NullMarked;

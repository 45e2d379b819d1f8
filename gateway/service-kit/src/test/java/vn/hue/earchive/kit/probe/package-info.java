/** The smallest service that uses every part of the kit; only for its tests. */
@NullMarked
package vn.hue.earchive.kit.probe;

import org.jspecify.annotations.NullMarked;

/** Tests of the process apart, on real processes. */
@NullMarked
package vn.hue.earchive.kit.apart;

import org.jspecify.annotations.NullMarked;

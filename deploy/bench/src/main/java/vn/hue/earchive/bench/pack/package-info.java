/** The packing benchmark: small objects one by one against one packed object. */
@NullMarked
package vn.hue.earchive.bench.pack;

import org.jspecify.annotations.NullMarked;

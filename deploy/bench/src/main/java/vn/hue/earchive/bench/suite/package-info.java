/** The running suite as the bench sees it: addresses, processes, tokens and the public API. */
@NullMarked
package vn.hue.earchive.bench.suite;

import org.jspecify.annotations.NullMarked;

/** Tests of how long answers are kept. */
@NullMarked
package vn.hue.earchive.kit.idempotency;

import org.jspecify.annotations.NullMarked;

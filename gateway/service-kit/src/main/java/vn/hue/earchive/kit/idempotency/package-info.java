/** Idempotency-Key: the same request has its effect once and is answered with the same bytes. */
@NullMarked
package vn.hue.earchive.kit.idempotency;

import org.jspecify.annotations.NullMarked;

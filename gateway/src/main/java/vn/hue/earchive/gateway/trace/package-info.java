/**
 * The W3C trace of a request: taken over from the caller or begun here, handed on, told in the
 * answer and in the log.
 */
@NullMarked
package vn.hue.earchive.gateway.trace;

import org.jspecify.annotations.NullMarked;

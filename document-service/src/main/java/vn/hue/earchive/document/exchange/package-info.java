/**
 * Exchange with other agencies: the outbound queue with its attempts, what recipients answer, the
 * desk for what failed, and the port to the city's service bus with its HTTP adapter.
 */
@NullMarked
package vn.hue.earchive.document.exchange;

import org.jspecify.annotations.NullMarked;

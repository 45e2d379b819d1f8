/** W3C trace context from the request to the audit entry and the event. */
@NullMarked
package vn.hue.earchive.kit.trace;

import org.jspecify.annotations.NullMarked;

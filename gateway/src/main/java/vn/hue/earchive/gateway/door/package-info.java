/**
 * The one entrance: what is checked and set for every request before it is routed, and for every
 * answer before it leaves (trace, path, method, token, limits, security headers, access log).
 */
@NullMarked
package vn.hue.earchive.gateway.door;

import org.jspecify.annotations.NullMarked;

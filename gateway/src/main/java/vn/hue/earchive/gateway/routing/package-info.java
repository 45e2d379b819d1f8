/**
 * Which service owns which path, and the streaming proxy that carries requests there and answers
 * back without holding a body in memory.
 */
@NullMarked
package vn.hue.earchive.gateway.routing;

import org.jspecify.annotations.NullMarked;

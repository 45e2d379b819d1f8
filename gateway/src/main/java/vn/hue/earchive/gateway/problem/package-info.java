/**
 * What the door itself answers when it does not let a request through: RFC 9457 problems in
 * Vietnamese and English. Problems of the services pass through unchanged.
 */
@NullMarked
package vn.hue.earchive.gateway.problem;

import org.jspecify.annotations.NullMarked;

/** How the gateway and everything behind it are doing. */
@NullMarked
package vn.hue.earchive.gateway.health;

import org.jspecify.annotations.NullMarked;

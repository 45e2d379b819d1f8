/** Tests of the local stack and of the realms, on the real servers. */
@NullMarked
package vn.hue.earchive.local;

import org.jspecify.annotations.NullMarked;

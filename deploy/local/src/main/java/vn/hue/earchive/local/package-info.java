/**
 * What the tests of the services use of the local stack: a place on the build's one stack of real
 * components, and tokens to call the services with.
 */
@NullMarked
package vn.hue.earchive.local;

import org.jspecify.annotations.NullMarked;

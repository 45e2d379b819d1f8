/** Tests of the package without a running gateway. */
@NullMarked
package vn.hue.earchive.gateway.problem;

import org.jspecify.annotations.NullMarked;

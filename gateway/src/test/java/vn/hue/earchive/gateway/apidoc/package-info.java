/** Tests of the package without a running gateway. */
@NullMarked
package vn.hue.earchive.gateway.apidoc;

import org.jspecify.annotations.NullMarked;

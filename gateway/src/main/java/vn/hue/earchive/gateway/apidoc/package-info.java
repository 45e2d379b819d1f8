/**
 * One OpenAPI 3.1 document merged from those of the services, and the page where it can be tried
 * with a token.
 */
@NullMarked
package vn.hue.earchive.gateway.apidoc;

import org.jspecify.annotations.NullMarked;

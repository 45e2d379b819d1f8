/**
 * The journey of a dossier as its users walk it: through the gateway, with Keycloak's tokens, on
 * the packaged services and real components, and on the way any one process may be killed.
 */
@NullMarked
package vn.hue.earchive.e2e;

import org.jspecify.annotations.NullMarked;

/**
 * Checks a proof bundle offline. Shares no code with the services, has no dependency and opens no
 * connection; what it believes is the SHA-256, the Ed25519 and the XML parser of the JDK.
 */
@NullMarked
package vn.hue.earchive.verifier;

import org.jspecify.annotations.NullMarked;

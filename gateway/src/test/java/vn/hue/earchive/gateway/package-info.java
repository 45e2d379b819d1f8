/**
 * The gateway as its callers and its services see it: over HTTP, between a real issuer of keys and
 * real upstream servers.
 */
@NullMarked
package vn.hue.earchive.gateway;

import org.jspecify.annotations.NullMarked;

/**
 * The real servers of the local stack, one class each: how it is prepared, started, known to be
 * ready, and stopped. Nothing here knows of tests or of the services that use the servers.
 */
@NullMarked
package vn.hue.earchive.local.component;

import org.jspecify.annotations.NullMarked;

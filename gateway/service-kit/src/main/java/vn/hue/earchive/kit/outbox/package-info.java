/**
 * Sends the journal's events to Kafka, in version order per aggregate, losing nothing when killed
 * at any step.
 */
@NullMarked
package vn.hue.earchive.kit.outbox;

import org.jspecify.annotations.NullMarked;

package vn.hue.earchive.kit.outbox;

import java.time.Duration;

/**
 * Bounds of a relay.
 *
 * @param batch events that are read and in flight at once
 * @param lease how long a shard stays with a relay that does not answer
 * @param poll how often is looked for events that other instances have committed
 * @param prefix of the deployment's topics
 */
record RelayLimits(int batch, Duration lease, Duration poll, String prefix) {}

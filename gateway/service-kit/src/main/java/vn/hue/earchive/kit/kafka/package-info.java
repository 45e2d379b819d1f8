/** Kafka clients and topics, as the configuration names them. */
@NullMarked
package vn.hue.earchive.kit.kafka;

import org.jspecify.annotations.NullMarked;

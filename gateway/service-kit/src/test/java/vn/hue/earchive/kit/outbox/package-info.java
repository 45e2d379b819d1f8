/** Tests of the relay on a real Kafka, with kills. */
@NullMarked
package vn.hue.earchive.kit.outbox;

import org.jspecify.annotations.NullMarked;

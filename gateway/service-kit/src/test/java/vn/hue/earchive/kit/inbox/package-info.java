/** Tests of the consumers on a real Kafka, with kills. */
@NullMarked
package vn.hue.earchive.kit.inbox;

import org.jspecify.annotations.NullMarked;

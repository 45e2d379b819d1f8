/** The floor of searchability: a bare Kafka round trip and one index refresh. */
@NullMarked
package vn.hue.earchive.bench.search;

import org.jspecify.annotations.NullMarked;

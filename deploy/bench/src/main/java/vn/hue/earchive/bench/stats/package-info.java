/**
 * Pure arithmetic of a measurement: percentiles of samples, ratios of interleaved pairs and their
 * median.
 */
@NullMarked
package vn.hue.earchive.bench.stats;

import org.jspecify.annotations.NullMarked;

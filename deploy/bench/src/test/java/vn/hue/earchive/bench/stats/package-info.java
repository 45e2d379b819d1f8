@NullMarked
package vn.hue.earchive.bench.stats;

import org.jspecify.annotations.NullMarked;

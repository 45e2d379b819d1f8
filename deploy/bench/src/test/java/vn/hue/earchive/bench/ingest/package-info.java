@NullMarked
package vn.hue.earchive.bench.ingest;

import org.jspecify.annotations.NullMarked;

/**
 * The ingest benchmark: dossiers through the public API, interleaved with the floor, verified while
 * measured.
 */
@NullMarked
package vn.hue.earchive.bench.ingest;

import org.jspecify.annotations.NullMarked;

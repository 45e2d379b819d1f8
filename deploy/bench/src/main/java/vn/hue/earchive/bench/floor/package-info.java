/**
 * The floor of ingest: the bare object store calls that no archive of two copies can do without.
 */
@NullMarked
package vn.hue.earchive.bench.floor;

import org.jspecify.annotations.NullMarked;

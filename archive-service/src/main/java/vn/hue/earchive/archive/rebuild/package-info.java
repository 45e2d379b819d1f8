/**
 * The archive database and, through its events, the index are rebuilt from the archive stores
 * alone, while reads go on; what the database says is compared with what the stores say, row by
 * row.
 */
@NullMarked
package vn.hue.earchive.archive.rebuild;

import org.jspecify.annotations.NullMarked;

/**
 * Use of the holdings (khai thác): the bytes of a file, in ranges, and the whole package; every
 * read leaves an audit entry.
 */
@NullMarked
package vn.hue.earchive.archive.use;

import org.jspecify.annotations.NullMarked;

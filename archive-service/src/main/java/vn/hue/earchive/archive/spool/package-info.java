/**
 * A file on its way into the archive, on the local disk for a moment: for checks that need random
 * access. Knows neither database nor HTTP.
 */
@NullMarked
package vn.hue.earchive.archive.spool;

import org.jspecify.annotations.NullMarked;

/**
 * The text of the holdings: read from the files in the background, kept in a bucket of its own,
 * told to the search. All of it is derived and can be lost.
 */
@NullMarked
package vn.hue.earchive.archive.text;

import org.jspecify.annotations.NullMarked;

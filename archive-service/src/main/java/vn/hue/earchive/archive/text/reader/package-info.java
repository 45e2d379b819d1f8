/**
 * Reads the text of one file, page by page, in a process apart. Knows neither database nor stores
 * nor HTTP.
 */
@NullMarked
package vn.hue.earchive.archive.text.reader;

import org.jspecify.annotations.NullMarked;

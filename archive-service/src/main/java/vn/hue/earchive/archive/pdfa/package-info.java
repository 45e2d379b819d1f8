/**
 * PDF/A validation by veraPDF, in a process of its own: a PDF comes from outside and can cost any
 * amount of time and memory. Knows neither database nor HTTP.
 */
@NullMarked
package vn.hue.earchive.archive.pdfa;

import org.jspecify.annotations.NullMarked;

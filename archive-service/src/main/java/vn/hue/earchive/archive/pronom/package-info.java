/**
 * Formats by PRONOM, the registry of The National Archives (UK), with their program DROID in a
 * process of its own: it opens containers that come from outside. Knows neither database nor HTTP.
 */
@NullMarked
package vn.hue.earchive.archive.pronom;

import org.jspecify.annotations.NullMarked;

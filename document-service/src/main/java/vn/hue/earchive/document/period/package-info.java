/** Periods of the law as data with their source: what ends when, and the endpoint that shows it. */
@NullMarked
package vn.hue.earchive.document.period;

import org.jspecify.annotations.NullMarked;

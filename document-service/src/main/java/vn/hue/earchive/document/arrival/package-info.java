/**
 * The clerk's desk: what came in and has no number yet, whichever way it came, and what becomes of
 * it. Each way in is an {@link vn.hue.earchive.document.arrival.ArrivalSource}.
 */
@NullMarked
package vn.hue.earchive.document.arrival;

import org.jspecify.annotations.NullMarked;

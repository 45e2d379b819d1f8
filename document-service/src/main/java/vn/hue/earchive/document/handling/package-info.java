/**
 * What is done with an incoming document after its registration: submitted to a leader, assigned to
 * a lead unit and co-units, commented, completed; returned or recalled.
 */
@NullMarked
package vn.hue.earchive.document.handling;

import org.jspecify.annotations.NullMarked;

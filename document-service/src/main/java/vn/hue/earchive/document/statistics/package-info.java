/**
 * Annual statistics 0804 and 0805, counted from the registers, and the overview of what waits in an
 * agency.
 */
@NullMarked
package vn.hue.earchive.document.statistics;

import org.jspecify.annotations.NullMarked;

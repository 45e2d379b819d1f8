/** Who may do what: the one table of operations and roles of this service. */
@NullMarked
package vn.hue.earchive.document.access;

import org.jspecify.annotations.NullMarked;

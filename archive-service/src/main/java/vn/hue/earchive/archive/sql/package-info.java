/** Plain statements in the current transaction, for tables that no entity maps. */
@NullMarked
package vn.hue.earchive.archive.sql;

import org.jspecify.annotations.NullMarked;

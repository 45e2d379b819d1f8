/**
 * Who may search, and what of the index they may see. The scope is part of every query, so that
 * totals and cursors know no more than the items.
 */
@NullMarked
package vn.hue.earchive.search.access;

import org.jspecify.annotations.NullMarked;

/**
 * The index: its mapping, how it is created, what an entry is made of and how entries are written
 * and read. The only package that speaks to the engine's client, apart from the query that it runs.
 */
@NullMarked
package vn.hue.earchive.search.index;

import org.jspecify.annotations.NullMarked;

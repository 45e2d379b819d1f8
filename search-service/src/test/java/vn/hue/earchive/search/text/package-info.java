/** What folding promises, as tables. */
@NullMarked
package vn.hue.earchive.search.text;

import org.jspecify.annotations.NullMarked;

/** Tests of search-service as a whole. */
@NullMarked
package vn.hue.earchive.search;

import org.jspecify.annotations.NullMarked;

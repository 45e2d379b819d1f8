/** Tests of the package of the same name, through HTTP on real components where it has effects. */
@NullMarked
package vn.hue.earchive.search.query;

import org.jspecify.annotations.NullMarked;

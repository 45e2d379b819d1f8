/**
 * Turns the facts of the other services into entries of the index. An entry depends on its newest
 * fact only, so that repeated, shuffled and late events end in the same index.
 */
@NullMarked
package vn.hue.earchive.search.projection;

import org.jspecify.annotations.NullMarked;

/**
 * What the tests share: the engine behind a proxy, facts as the other services tell them,
 * searching.
 */
@NullMarked
package vn.hue.earchive.search.testing;

import org.jspecify.annotations.NullMarked;

/**
 * The search itself: parameters, the words of a question, the query that they make within the
 * caller's scope, and the answer.
 */
@NullMarked
package vn.hue.earchive.search.query;

import org.jspecify.annotations.NullMarked;

/**
 * Vietnamese text as a search needs it: three forms of every text and one key for every document
 * number. Pure functions: no framework, no engine.
 */
@NullMarked
package vn.hue.earchive.search.text;

import org.jspecify.annotations.NullMarked;

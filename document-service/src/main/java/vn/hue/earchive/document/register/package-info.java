/**
 * The lines of both registers: a document that has its number, whichever way it goes. What happened
 * before and happens around it is {@code incoming}'s, {@code outgoing}'s and {@code handling}'s.
 */
@NullMarked
package vn.hue.earchive.document.register;

import org.jspecify.annotations.NullMarked;

/**
 * Work on files from outside, in a JVM apart: a heap and a time of its own, no environment, no
 * connection. One side is {@link vn.hue.earchive.kit.apart.ApartProcess}, the other {@link
 * vn.hue.earchive.kit.apart.ApartMain}.
 */
@NullMarked
package vn.hue.earchive.kit.apart;

import org.jspecify.annotations.NullMarked;

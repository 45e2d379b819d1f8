/** Bit rot: files of one copy are damaged in every way, and the archive must find and mend it. */
@NullMarked
package vn.hue.earchive.bench.rot;

import org.jspecify.annotations.NullMarked;

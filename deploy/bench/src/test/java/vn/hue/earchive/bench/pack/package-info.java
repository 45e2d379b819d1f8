@NullMarked
package vn.hue.earchive.bench.pack;

import org.jspecify.annotations.NullMarked;

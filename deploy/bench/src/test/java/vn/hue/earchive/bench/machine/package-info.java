@NullMarked
package vn.hue.earchive.bench.machine;

import org.jspecify.annotations.NullMarked;

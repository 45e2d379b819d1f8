@NullMarked
package vn.hue.earchive.bench.suite;

import org.jspecify.annotations.NullMarked;

@NullMarked
package vn.hue.earchive.bench.report;

import org.jspecify.annotations.NullMarked;

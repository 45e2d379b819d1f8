/** Power that is cut under the servers that must not forget. */
@NullMarked
package vn.hue.earchive.bench.powercut;

import org.jspecify.annotations.NullMarked;

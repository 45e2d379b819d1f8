/** The service as a whole: its API document and its health. */
@NullMarked
package vn.hue.earchive.search.app;

import org.jspecify.annotations.NullMarked;

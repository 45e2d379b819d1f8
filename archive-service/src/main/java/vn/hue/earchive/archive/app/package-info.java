/** The service as a whole: its configuration and the description of its interface. */
@NullMarked
package vn.hue.earchive.archive.app;

import org.jspecify.annotations.NullMarked;

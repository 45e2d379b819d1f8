/**
 * A whole stack: the supervisor process that owns the components, its control port, and the
 * commands that talk to it. One supervisor per folder under {@code .stack}.
 */
@NullMarked
package vn.hue.earchive.local.stack;

import org.jspecify.annotations.NullMarked;

/** Tests of a stack's life: starting, dying, healing, leaving nothing behind. */
@NullMarked
package vn.hue.earchive.local.stack;

import org.jspecify.annotations.NullMarked;

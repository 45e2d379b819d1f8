/**
 * Incoming documents (văn bản đến): registration with the next arrival number, the register and its
 * views.
 */
@NullMarked
package vn.hue.earchive.document.incoming;

import org.jspecify.annotations.NullMarked;

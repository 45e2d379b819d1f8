/** Pure rules of {@code inbox}, without container and components. */
@NullMarked
package vn.hue.earchive.document.inbox;

import org.jspecify.annotations.NullMarked;

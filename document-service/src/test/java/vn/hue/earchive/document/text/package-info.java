/** Pure rules of {@code text}, without container and components. */
@NullMarked
package vn.hue.earchive.document.text;

import org.jspecify.annotations.NullMarked;

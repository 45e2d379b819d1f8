/** Pure rules of {@code numbering}, without container and components. */
@NullMarked
package vn.hue.earchive.document.numbering;

import org.jspecify.annotations.NullMarked;

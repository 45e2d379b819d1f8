/** Pure rules of {@code file}, without container and components. */
@NullMarked
package vn.hue.earchive.document.file;

import org.jspecify.annotations.NullMarked;

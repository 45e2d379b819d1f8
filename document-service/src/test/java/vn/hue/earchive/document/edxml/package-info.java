/** Pure rules of {@code edxml}, without container and components. */
@NullMarked
package vn.hue.earchive.document.edxml;

import org.jspecify.annotations.NullMarked;

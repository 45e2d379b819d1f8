@NullMarked
package vn.hue.earchive.document.retention;

import org.jspecify.annotations.NullMarked;

@NullMarked
package vn.hue.earchive.document.print;

import org.jspecify.annotations.NullMarked;

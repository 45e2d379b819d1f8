@NullMarked
package vn.hue.earchive.document.suggestion;

import org.jspecify.annotations.NullMarked;

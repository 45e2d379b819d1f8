/** Pure rules of {@code exchange} and its flows through HTTP. */
@NullMarked
package vn.hue.earchive.document.exchange;

import org.jspecify.annotations.NullMarked;

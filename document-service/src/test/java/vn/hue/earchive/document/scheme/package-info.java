/** Tests of classification schemes. */
@NullMarked
package vn.hue.earchive.document.scheme;

import org.jspecify.annotations.NullMarked;

/** Tests of document-service through its interface, on real components. */
@NullMarked
package vn.hue.earchive.document;

import org.jspecify.annotations.NullMarked;

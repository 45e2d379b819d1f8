/**
 * Electronic signatures of the files of documents: checked after registration, reported with their
 * reasons. Bytes are read only, never mended.
 */
@NullMarked
package vn.hue.earchive.document.signature;

import org.jspecify.annotations.NullMarked;

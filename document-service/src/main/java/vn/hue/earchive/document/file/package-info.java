/**
 * Bytes in the working bucket: uploads that stream, are hashed once and expire when nobody claims
 * them; files of documents and their download.
 */
@NullMarked
package vn.hue.earchive.document.file;

import org.jspecify.annotations.NullMarked;

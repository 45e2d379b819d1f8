/**
 * Fields that an agency adds to its documents and dossiers without anybody programming: their
 * definitions in versions, and their values.
 */
@NullMarked
package vn.hue.earchive.document.customfield;

import org.jspecify.annotations.NullMarked;

/**
 * Hand-over to the agency archive (nộp lưu): batches, manifests, processing traces, and what the
 * archive answers.
 */
@NullMarked
package vn.hue.earchive.document.submission;

import org.jspecify.annotations.NullMarked;

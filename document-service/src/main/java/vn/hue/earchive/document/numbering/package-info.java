/**
 * Numbers on documents and numbers in registers: what a document number looks like, and gap-free
 * series of arrival numbers per agency and year.
 */
@NullMarked
package vn.hue.earchive.document.numbering;

import org.jspecify.annotations.NullMarked;

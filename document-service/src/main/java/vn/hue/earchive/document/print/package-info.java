/**
 * Statutory registers and hand-over papers on paper: PDF/A-2u for the file, XLSX where a person
 * edits. Rows are streamed, so that a register of any length needs the memory of a page.
 */
@NullMarked
package vn.hue.earchive.document.print;

import org.jspecify.annotations.NullMarked;

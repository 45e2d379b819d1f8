/**
 * Classification schemes of an agency: headings under headings, several schemes side by side (by
 * unit, by subject), each in versions, and the places that lines of dossier lists have in them.
 */
@NullMarked
package vn.hue.earchive.document.scheme;

import org.jspecify.annotations.NullMarked;

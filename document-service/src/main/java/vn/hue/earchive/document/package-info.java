/**
 * document-service: registers, documents, dossiers and their submission to the agency archive. One
 * package per feature; README.md walks the journey through them.
 */
@NullMarked
package vn.hue.earchive.document;

import org.jspecify.annotations.NullMarked;

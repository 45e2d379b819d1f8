/**
 * Dossiers (hồ sơ): open, file documents, check, close, reopen; their life until the agency archive
 * has taken custody.
 */
@NullMarked
package vn.hue.earchive.document.dossier;

import org.jspecify.annotations.NullMarked;

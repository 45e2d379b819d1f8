/**
 * Dossier lists (danh mục hồ sơ): the dossiers that an agency plans to make in a year, each line
 * with its retention rule.
 */
@NullMarked
package vn.hue.earchive.document.dossierlist;

import org.jspecify.annotations.NullMarked;

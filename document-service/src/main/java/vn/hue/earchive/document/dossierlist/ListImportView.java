package vn.hue.earchive.document.dossierlist;

import java.util.UUID;

/**
 * What an import did, or would do.
 *
 * @param lines lines of the file, all of them good
 * @param itemCount lines of the list afterwards
 */
record ListImportView(UUID listId, boolean dryRun, int lines, int itemCount) {}

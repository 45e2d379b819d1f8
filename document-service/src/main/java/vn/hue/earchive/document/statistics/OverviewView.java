package vn.hue.earchive.document.statistics;

import java.time.LocalDate;
import java.util.List;

/**
 * What waits in an agency.
 *
 * @param on legal date that overdue is reckoned from
 * @param unfiledDocuments registered documents that no dossier holds
 * @param openDossiers dossiers in work
 * @param overdueDossiers closed ones that should have been handed over before today
 * @param items the same per unit or person that makes the dossiers or got the documents, the most
 *     overdue first; at most 200
 */
record OverviewView(
        LocalDate on,
        long unfiledDocuments,
        long openDossiers,
        long overdueDossiers,
        List<Unit> items) {

    /**
     * One unit or person.
     *
     * @param unit as it stands in dossiers (người lập) and register lines (đơn vị, người nhận);
     *     empty for documents that nobody got yet
     */
    record Unit(String unit, long unfiled, long open, long overdue) {}
}

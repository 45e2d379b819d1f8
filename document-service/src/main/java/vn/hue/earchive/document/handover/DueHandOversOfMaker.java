package vn.hue.earchive.document.handover;

import java.time.LocalDate;

/**
 * What one unit has waiting.
 *
 * @param maker unit or person, as the dossier list names it
 * @param waiting closed or returned dossiers that are not handed over
 * @param overdue those of them whose last day has passed
 * @param heldBack those of them that are kept back with consent today
 */
record DueHandOversOfMaker(
        String maker, long waiting, long overdue, long heldBack, LocalDate oldestDueOn) {}

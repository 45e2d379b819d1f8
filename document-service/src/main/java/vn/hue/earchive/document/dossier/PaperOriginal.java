package vn.hue.earchive.document.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Where paper lies (kho, giá, hộp) and what it is.
 *
 * @param sheets number of sheets (số tờ)
 * @param condition code list {@code physical-condition}
 */
@Embeddable
record PaperOriginal(
        @Column(name = "paper_store") @Nullable String store,
        @Column(name = "paper_shelf") @Nullable String shelf,
        @Column(name = "paper_box") @Nullable String box,
        @Column(name = "sheet_count") @Nullable Integer sheets,
        @Column(name = "physical_condition") @Nullable String condition) {

    static final int MAX_SHEETS = 99_999;

    /** Null when nothing is known, so that absent and empty are one. */
    static @Nullable PaperOriginal of(
            @Nullable String store,
            @Nullable String shelf,
            @Nullable String box,
            @Nullable Integer sheets,
            @Nullable String condition) {
        return store == null && shelf == null && box == null && sheets == null && condition == null
                ? null
                : new PaperOriginal(store, shelf, box, sheets, condition);
    }

    /** A person who looks for it is led to one box. */
    boolean isLocated() {
        return store != null && shelf != null && box != null;
    }
}

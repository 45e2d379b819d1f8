package vn.hue.earchive.document.codelist;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One code of a list, with its labels. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Immutable
@Table(name = "code_list_entry")
public class CodeListEntry {

    @Embeddable
    record Id(@Column(name = "list") String list, @Column(name = "code") String code) {}

    @EmbeddedId private Id id;
    private String labelVi;
    private String labelEn;
    private @Nullable String abbreviation;
    private boolean active;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private String source;

    @SuppressWarnings("NullAway.Init")
    protected CodeListEntry() {}

    public String code() {
        return id.code();
    }

    public String labelVi() {
        return labelVi;
    }

    public @Nullable String abbreviation() {
        return abbreviation;
    }

    boolean active() {
        return active;
    }

    CodeView view() {
        return new CodeView(
                id.code(), labelVi, labelEn, abbreviation, active, validFrom, validTo, source);
    }
}

package vn.hue.earchive.document.numbering;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.OutgoingSeries.Mode;

/**
 * How an agency numbers its outgoing documents in one year. It may be decided anew until the first
 * number of the year is taken; from then on it stands.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "number_scheme")
class NumberScheme {

    @Embeddable
    record Id(
            @Column(name = "agency_id") UUID agencyId,
            @Column(name = "scheme_year") int schemeYear) {}

    @EmbeddedId private Id id;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Convert(converter = Groups.class)
    private Map<String, List<String>> typeGroups;

    private @Nullable String issuerAbbreviation;
    private @Nullable String basis;
    private boolean inUse;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected NumberScheme() {}

    NumberScheme(UUID agencyId, int year) {
        this.id = new Id(agencyId, year);
        this.mode = Mode.PER_TYPE;
        this.typeGroups = Map.of();
    }

    /** The same for the next year: what the head decided goes on until decided otherwise. */
    NumberScheme forYear(int year) {
        NumberScheme next = new NumberScheme(id.agencyId(), year);
        next.decide(mode, typeGroups, issuerAbbreviation, basis);
        next.version = 0;
        return next;
    }

    void decide(
            Mode decided,
            Map<String, List<String>> groups,
            @Nullable String abbreviation,
            @Nullable String decision) {
        mode = decided;
        typeGroups = groups;
        issuerAbbreviation = abbreviation;
        basis = decision;
        version++;
    }

    void use() {
        inUse = true;
        version++;
    }

    boolean isInUse() {
        return inUse;
    }

    UUID agencyId() {
        return id.agencyId();
    }

    int year() {
        return id.schemeYear();
    }

    Mode mode() {
        return mode;
    }

    Map<String, List<String>> groups() {
        return typeGroups;
    }

    @Nullable String issuerAbbreviation() {
        return issuerAbbreviation;
    }

    @Nullable String basis() {
        return basis;
    }

    long version() {
        return version;
    }

    String series(String typeCode, boolean legalNormative) {
        return OutgoingSeries.keyOf(mode, typeGroups, typeCode, legalNormative);
    }

    NumberSchemeView view(List<String> allowedActions) {
        return new NumberSchemeView(
                year(),
                mode.name(),
                typeGroups,
                issuerAbbreviation,
                basis,
                inUse,
                version,
                allowedActions);
    }
}

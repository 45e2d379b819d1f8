package vn.hue.earchive.document.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Who issues rules: the general schedule, a sector, or an agency for itself. */
@Entity
@Table(name = "retention_source")
class RetentionSource {

    /** The one source whose sets belong to an agency each. */
    static final String AGENCY = "AGENCY";

    static final String GENERAL = "GENERAL";

    @Id private String code;
    private String kind;
    private String titleVi;
    private String titleEn;
    private @Nullable String legalBasis;
    private String fields;

    @SuppressWarnings("NullAway.Init")
    protected RetentionSource() {}

    String code() {
        return code;
    }

    String titleVi() {
        return titleVi;
    }

    @Nullable String legalBasis() {
        return legalBasis;
    }

    /** Own rules go before sector rules, those before the general ones. */
    int precedence() {
        return switch (kind) {
            case "AGENCY" -> 0;
            case "SECTOR" -> 1;
            default -> 2;
        };
    }

    java.util.List<String> fields() {
        return fields.lines().map(String::strip).filter(f -> !f.isEmpty()).toList();
    }

    View view() {
        return new View(code, kind, titleVi, titleEn, legalBasis);
    }

    /**
     * A source of rule sets.
     *
     * @param kind {@code GENERAL}, {@code SECTOR} or {@code AGENCY}
     * @param legalBasis instrument; absent while nobody has verified it
     */
    @com.fasterxml.jackson.annotation.JsonInclude(
            com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    record View(
            String code,
            String kind,
            String titleVi,
            String titleEn,
            @Nullable String legalBasis) {}
}

package vn.hue.earchive.document.customfield;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;

/** A version of a field's definition: {@code ACTIVE → REPLACED} or {@code RETIRED}. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "custom_field")
public class CustomField {

    /** What has the field. */
    public enum Subject {
        DOCUMENT,
        DOSSIER
    }

    /** Of its values. */
    enum Kind {
        STRING,
        /** Written as a decimal with a dot. */
        NUMBER,
        /** {@code yyyy-MM-dd}. */
        DATE,
        /** One of a list. */
        CODE
    }

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    @Id private UUID id;
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private Subject subject;

    private String typeCode;
    private String fieldKey;
    private int number;
    private String labelVi;
    private String labelEn;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private boolean required;
    private int maxLength;
    private String codes;
    private String state;
    private Instant definedAt;
    private String definedBy;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected CustomField() {}

    /** Who defines it and when. */
    record Act(UUID agencyId, String username, Instant at) {}

    CustomField(UUID id, CustomFieldRequest said, Subject subject, Kind kind, int number, Act by) {
        this.id = id;
        this.agencyId = by.agencyId();
        this.subject = subject;
        this.typeCode = said.typeCode() == null ? "" : said.typeCode();
        this.fieldKey = said.key();
        this.number = number;
        this.labelVi = said.labelVi().strip();
        this.labelEn = said.labelEn().strip();
        this.kind = kind;
        this.required = Boolean.TRUE.equals(said.required());
        this.maxLength = said.maxLength() == null ? 500 : said.maxLength();
        this.codes = said.codes() == null ? "" : String.join("\n", said.codes());
        this.state = "ACTIVE";
        this.definedAt = by.at();
        this.definedBy = by.username();
        this.version = 1;
    }

    void become(String after) {
        state = after;
        version++;
    }

    /** Adds what is wrong with a value; the value as it is kept, null when it is wrong. */
    @Nullable String judge(String given, String pointer, Findings findings) {
        String value = VietnameseText.clean(given);
        if (value == null) {
            findings.add(pointer, "REQUIRED");
            return null;
        }
        boolean good =
                switch (kind) {
                    case STRING -> true;
                    case NUMBER -> DECIMAL.matcher(value).matches();
                    case DATE -> isDate(value);
                    case CODE -> codes().contains(value);
                };
        if (!good && kind == Kind.CODE) {
            findings.add(pointer, "UNKNOWN_CODE", value, String.join(", ", codes()));
        } else {
            findings.addUnless(good, pointer, "WRONG_FORMAT");
        }
        boolean fits = value.length() <= maxLength;
        findings.addUnless(fits, pointer, "WRONG_LENGTH", "1", String.valueOf(maxLength));
        if (!good || !fits) {
            return null;
        }
        // 1.50 and 1.5 are one number to whoever looks for it.
        return kind == Kind.NUMBER
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private List<String> codes() {
        return codes.isEmpty() ? List.of() : Arrays.asList(codes.split("\n"));
    }

    boolean isOf(@Nullable String type) {
        return typeCode.isEmpty() || typeCode.equals(type);
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    String key() {
        return fieldKey;
    }

    String typeCode() {
        return typeCode;
    }

    Kind kind() {
        return kind;
    }

    int number() {
        return number;
    }

    boolean required() {
        return required;
    }

    boolean isActive() {
        return state.equals("ACTIVE");
    }

    long version() {
        return version;
    }

    public CustomFieldView view() {
        return new CustomFieldView(
                id,
                subject.name(),
                typeCode.isEmpty() ? null : typeCode,
                fieldKey,
                number,
                labelVi,
                labelEn,
                kind.name(),
                required,
                maxLength,
                codes(),
                state,
                definedAt,
                definedBy,
                version);
    }
}

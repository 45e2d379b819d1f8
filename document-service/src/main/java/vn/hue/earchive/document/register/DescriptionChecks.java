package vn.hue.earchive.document.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.kit.problem.Problem;

/** What the descriptions of incoming and outgoing documents have in common. */
@ApplicationScoped
public class DescriptionChecks {

    /** No document of the archive is older: the day of independence. */
    public static final LocalDate EARLIEST = LocalDate.of(1945, 9, 2);

    private final CodeLists codes;

    DescriptionChecks(CodeLists codes) {
        this.codes = codes;
    }

    /** Codes with their defaults filled in. */
    public record Coded(
            String accessMode, String confidenceLevel, String urgency, List<String> languages) {}

    /**
     * To be called before anything else is looked at.
     *
     * @throws Problem STATE_SECRET_NOT_ALLOWED
     */
    public static void refuseSecrets(@Nullable String securityClass, @Nullable String accessMode) {
        if (!"NONE".equals(Objects.requireNonNullElse(securityClass, "NONE"))
                || CodeLists.SECRET.equals(accessMode)) {
            throw new Problem(DocumentProblem.STATE_SECRET_NOT_ALLOWED);
        }
    }

    /** The document type, with a finding when the code is not an active one. */
    public Optional<CodeListEntry> type(Findings findings, @Nullable String typeCode) {
        if (typeCode == null) {
            return Optional.empty();
        }
        codes.check(findings, CodeLists.DOCUMENT_TYPE, typeCode, "/typeCode");
        return codes.find(CodeLists.DOCUMENT_TYPE, typeCode);
    }

    /** Open, born digital, normal and Vietnamese when nothing is said. */
    public Coded coded(
            Findings findings,
            @Nullable String accessMode,
            @Nullable String confidenceLevel,
            @Nullable String urgency,
            @Nullable List<String> languages) {
        List<String> spoken = languages == null || languages.isEmpty() ? List.of("01") : languages;
        Coded coded =
                new Coded(
                        Objects.requireNonNullElse(accessMode, "01"),
                        Objects.requireNonNullElse(confidenceLevel, "01"),
                        Objects.requireNonNullElse(urgency, "0"),
                        spoken);
        codes.check(findings, CodeLists.MODE, coded.accessMode(), "/accessMode");
        codes.check(
                findings, CodeLists.CONFIDENCE_LEVEL, coded.confidenceLevel(), "/confidenceLevel");
        codes.check(findings, CodeLists.URGENCY, coded.urgency(), "/urgency");
        for (int i = 0; i < spoken.size(); i++) {
            codes.check(findings, CodeLists.LANGUAGE, spoken.get(i), "/languages/" + i);
        }
        return coded;
    }
}

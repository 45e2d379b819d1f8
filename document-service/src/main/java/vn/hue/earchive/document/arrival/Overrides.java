package vn.hue.earchive.document.arrival;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.incoming.RegisterRequest;

/** What a person puts in the place of what is proposed; absent means: as proposed. */
public record Overrides(
        @Size(max = 10) @Nullable String typeCode,
        @Size(max = 11) @Nullable String number,
        @Size(max = 30) @Nullable String notation,
        @Nullable LocalDate issuedDate,
        @Size(max = 200) @Nullable String issuerName,
        @Size(max = 500) @Nullable String subject,
        @Size(max = 11) @Nullable List<@NotBlank @Size(max = 10) String> languages,
        @Nullable Integer pageCount,
        @Size(max = 10) @Nullable String accessMode,
        @Size(max = 10) @Nullable String confidenceLevel,
        @Size(max = 10) @Nullable String urgency,
        @Size(max = 20) @Nullable String securityClass,
        @Size(max = 100) @Nullable String signerPosition,
        @Size(max = 50) @Nullable String signerName,
        @Nullable LocalDate dueDate,
        @Size(max = 100) @Nullable String keywords,
        @Size(max = 500) @Nullable String description,
        @Size(max = 1000) @Nullable String assignee,
        @Nullable Boolean duplicateConfirmed,
        @Size(max = 100) @Nullable Map<String, String> custom) {

    public static final Overrides NONE =
            new Overrides(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null);

    /** The registration that comes of both; its checks find what is missing. */
    @SuppressWarnings("NullAway") // A missing mandatory field is a finding of the registration.
    public RegisterRequest on(Proposal proposed) {
        return new RegisterRequest(
                or(typeCode, proposed.typeCode()),
                or(number, proposed.number()),
                or(notation, proposed.notation()),
                or(issuedDate, proposed.issuedDate()),
                or(issuerName, proposed.issuerName()),
                or(subject, proposed.subject()),
                or(languages, proposed.languages()),
                or(pageCount, proposed.pageCount()),
                or(accessMode, proposed.accessMode()),
                or(confidenceLevel, proposed.confidenceLevel()),
                or(urgency, proposed.urgency()),
                securityClass,
                or(signerPosition, proposed.signerPosition()),
                or(signerName, proposed.signerName()),
                or(dueDate, proposed.dueDate()),
                keywords,
                description,
                null,
                assignee,
                duplicateConfirmed,
                custom);
    }

    /** What is known of a document before anybody has looked at it closely. */
    Proposal proposing(List<Proposal.File> files) {
        return new Proposal(
                typeCode,
                number,
                notation,
                issuedDate,
                issuerName,
                subject,
                languages == null ? List.of("01") : languages,
                pageCount,
                accessMode == null ? "01" : accessMode,
                confidenceLevel == null ? "01" : confidenceLevel,
                urgency == null ? "0" : urgency,
                signerPosition,
                signerName,
                dueDate,
                files,
                null);
    }

    private static <T> @Nullable T or(@Nullable T override, @Nullable T proposed) {
        return override != null ? override : proposed;
    }
}

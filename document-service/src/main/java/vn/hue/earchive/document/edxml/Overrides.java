package vn.hue.earchive.document.edxml;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.incoming.RegisterRequest;

/** What a person puts in the place of what the message says; absent means: as proposed. */
record Overrides(
        @Nullable String typeCode,
        @Nullable String number,
        @Nullable String notation,
        @Nullable LocalDate issuedDate,
        @Nullable String issuerName,
        @Nullable String subject,
        @Nullable List<String> languages,
        @Nullable Integer pageCount,
        @Nullable String accessMode,
        @Nullable String confidenceLevel,
        @Nullable String urgency,
        @Nullable String securityClass,
        @Nullable String signerPosition,
        @Nullable String signerName,
        @Nullable LocalDate dueDate,
        @Nullable String keywords,
        @Nullable String description,
        @Nullable String assignee,
        @Nullable Boolean duplicateConfirmed) {

    static final Overrides NONE =
            new Overrides(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, null);

    /** The registration that comes of both; its checks find what is missing. */
    @SuppressWarnings("NullAway") // A missing mandatory field is a finding of the registration.
    RegisterRequest on(Proposal proposed) {
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
                duplicateConfirmed);
    }

    private static <T> @Nullable T or(@Nullable T override, @Nullable T proposed) {
        return override != null ? override : proposed;
    }
}

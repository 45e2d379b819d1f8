package vn.hue.earchive.document.registerclosing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.print.Query;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;

/** Adds a note to a sealed line. */
@ApplicationScoped
class AmendSealedLine {

    static final String ACTION = "amendSealedLine";

    private final RegisterClosings closings;
    private final Query query;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    AmendSealedLine(
            RegisterClosings closings,
            Query query,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.closings = closings;
        this.query = query;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    private record Place(String series, long number) {}

    @Transactional
    Answer<AmendmentView> once(
            UUID closingId, @Nullable AmendSealedLineRequest request, @Nullable String key) {
        RegisterClosing closing = closings.require(closingId);
        return idempotency.once(
                ACTION,
                key,
                request == null ? Map.of() : Map.of("closing", closingId, "request", request),
                AmendmentView.class,
                () -> new Answer<>(201, null, null, amend(closing, request)));
    }

    private AmendmentView amend(RegisterClosing closing, @Nullable AmendSealedLineRequest given) {
        Findings findings = validation.of(given);
        findings.raise();
        AmendSealedLineRequest request = Objects.requireNonNull(given);
        Place place = place(closing, request.documentId());
        if (place == null) {
            findings.add("/documentId", "UNKNOWN_DOCUMENT");
            findings.raise();
        }
        String text = Objects.requireNonNull(VietnameseText.clean(request.text()));
        String reason = Objects.requireNonNull(VietnameseText.clean(request.reason()));
        Caller by = caller.get();
        AmendmentView note =
                new AmendmentView(
                        Ids.next(),
                        request.documentId(),
                        Objects.requireNonNull(place).series(),
                        place.number(),
                        clock.instant(),
                        by.username(),
                        ACTION,
                        reason,
                        Map.of(),
                        Map.of("text", text));
        closings.getSession()
                .createNativeMutationQuery(
                        """
                        insert into register_amendment (id, agency_id, closing_id, document_id,
                        series_key, register_number, amended_at, amended_by, action, reason,
                        line_after) values (:id, :agency, :closing, :document, :series, :number,
                        :at, :by, :action, :reason, jsonb_build_object('text', :text))
                        """)
                .setParameter("id", note.id())
                .setParameter("agency", by.agencyId())
                .setParameter("closing", closing.id())
                .setParameter("document", request.documentId())
                .setParameter("series", note.series())
                .setParameter("number", note.registerNumber())
                .setParameter("at", note.amendedAt())
                .setParameter("by", note.amendedBy())
                .setParameter("action", ACTION)
                .setParameter("reason", reason)
                .setParameter("text", text)
                .executeUpdate();
        audit.append(
                by.agencyId(),
                ACTION,
                "register-closing",
                closing.id(),
                closing.version(),
                Map.of("documentId", request.documentId().toString()));
        return note;
    }

    private @Nullable Place place(RegisterClosing closing, UUID document) {
        return query
                .all(
                        "select series_key, register_number from document"
                                + " where id = ? and direction = ? and register_year = ?",
                        List.of(
                                document,
                                closing.range().register().direction(),
                                closing.range().year()),
                        row -> new Place(row.some("series_key"), row.number("register_number")))
                .stream()
                .findFirst()
                .orElse(null);
    }
}

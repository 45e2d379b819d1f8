package vn.hue.earchive.document.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalSource.Step;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Takes an arrival off the desk without a number: sends it back, marks it as not for this agency,
 * or merges it with the document that it is another copy of. What came stays as it came.
 */
@ApplicationScoped
class DecideArrival {

    private final Desk desk;
    private final ArrivalViews views;
    private final RegisteredDocuments documents;
    private final Validation validation;
    private final Idempotency idempotency;

    DecideArrival(
            Desk desk,
            ArrivalViews views,
            RegisteredDocuments documents,
            Validation validation,
            Idempotency idempotency) {
        this.desk = desk;
        this.views = views;
        this.documents = documents;
        this.validation = validation;
        this.idempotency = idempotency;
    }

    /** Which arrival, what about it, and as the caller saw it. */
    record Decision(UUID arrivalId, Step step, @Nullable ArrivalDecisionRequest request) {}

    @Transactional
    Answer<ArrivalView> once(Decision decision, @Nullable String ifMatch, @Nullable String key) {
        return idempotency.once(
                decision.step().name().toLowerCase(java.util.Locale.ROOT) + "Arrival",
                key,
                decision,
                ArrivalView.class,
                () -> {
                    decide(decision, ifMatch);
                    OnDesk after = desk.find(decision.arrivalId(), false).arrival();
                    return new Answer<>(
                            200,
                            "/v1/arrivals/" + after.id(),
                            ETags.header(after.version()),
                            views.of(after));
                });
    }

    private void decide(Decision decision, @Nullable String ifMatch) {
        Desk.Found found = desk.find(decision.arrivalId(), true);
        ETags.check(ifMatch, found.arrival().version());
        ArrivalDecisionRequest request =
                Objects.requireNonNullElse(
                        decision.request(), new ArrivalDecisionRequest(null, null));
        String reason = VietnameseText.clean(request.reason());
        UUID document = request.documentId();
        check(decision.step(), reason, document);
        refuseUnless(found.arrival(), decision.step());
        found.source().decide(decision.arrivalId(), decision.step(), reason, document);
    }

    private void check(Step step, @Nullable String reason, @Nullable UUID document) {
        Findings findings = validation.begin();
        boolean merges = step == Step.MERGE;
        findings.addUnless(merges || reason != null, "/reason", "REQUIRED");
        findings.addUnless(
                reason == null || reason.length() <= 500, "/reason", "WRONG_LENGTH", "1", "500");
        findings.addUnless(!merges || document != null, "/documentId", "REQUIRED");
        findings.addUnless(merges || document == null, "/documentId", "ONLY_WHEN_MERGED");
        if (merges && document != null) {
            boolean incoming =
                    documents
                            .findByIdOptional(document)
                            .filter(d -> d.direction().equals(RegisteredDocument.INCOMING))
                            .isPresent();
            findings.addUnless(incoming, "/documentId", "UNKNOWN_DOCUMENT");
        }
        findings.raise();
    }

    /**
     * @throws Problem ARRIVAL_STATE_FORBIDS
     */
    static void refuseUnless(OnDesk arrival, Step step) {
        if (!arrival.may().contains(step)) {
            throw new Problem(
                    DocumentProblem.ARRIVAL_STATE_FORBIDS, arrival.state().name(), step.name());
        }
    }
}

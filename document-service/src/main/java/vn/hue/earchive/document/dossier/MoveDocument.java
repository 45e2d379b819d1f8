package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Mends a filing mistake: takes a document out of one open dossier and files it in another, both or
 * neither. Once either has been closed or handed over, its state refuses.
 */
@ApplicationScoped
class MoveDocument {

    private final Dossiers dossiers;
    private final RemoveDocument remove;
    private final FileDocument file;
    private final Validation validation;
    private final Idempotency idempotency;

    MoveDocument(
            Dossiers dossiers,
            RemoveDocument remove,
            FileDocument file,
            Validation validation,
            Idempotency idempotency) {
        this.dossiers = dossiers;
        this.remove = remove;
        this.file = file;
        this.validation = validation;
        this.idempotency = idempotency;
    }

    @Transactional
    Answer<FilingView> once(
            UUID dossierId,
            UUID documentId,
            @Nullable MoveDocumentRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return idempotency.once(
                "moveDocument",
                key,
                Map.of(
                        "dossierId", dossierId,
                        "documentId", documentId,
                        "body", request == null ? Map.of() : request),
                FilingView.class,
                () -> {
                    dossiers.require(dossierId);
                    Filing filing = dossiers.filing(dossierId, documentId);
                    if (filing == null) {
                        throw new Problem(CommonProblem.NOT_FOUND);
                    }
                    return move(dossierId, filing, request, ifMatch);
                });
    }

    private Answer<FilingView> move(
            UUID from,
            Filing filing,
            @Nullable MoveDocumentRequest given,
            @Nullable String ifMatch) {
        Findings findings = validation.of(given);
        findings.raise();
        MoveDocumentRequest request = Objects.requireNonNull(given);
        UUID to = request.toDossierId();
        // One order for all, so that two moves never wait for each other.
        List<Dossier> both = dossiers.locked(List.of(from, to));
        Dossier source = both.stream().filter(d -> d.id().equals(from)).findFirst().orElseThrow();
        @Nullable Dossier target =
                both.stream().filter(d -> d.id().equals(to)).findFirst().orElse(null);
        ETags.check(ifMatch, source.version());
        findings.addUnless(target != null, "/toDossierId", "UNKNOWN_DOSSIER");
        findings.addUnless(!to.equals(from), "/toDossierId", "SAME_DOSSIER_TWICE");
        findings.raise();
        String reason = Objects.requireNonNull(VietnameseText.clean(request.reason()));
        remove.takeOut(
                source,
                filing,
                "moveDocument",
                Map.of("reason", reason, "toDossierId", to.toString()));
        FilingView filed =
                file.file(Objects.requireNonNull(target), filing.documentId(), "moveDocument");
        return new Answer<>(
                200,
                "/v1/dossiers/" + to + "/documents",
                ETags.header(Objects.requireNonNull(target).version()),
                filed);
    }
}

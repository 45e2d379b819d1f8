package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.accessrule.AccessChoice;
import vn.hue.earchive.document.accessrule.AccessChoices;
import vn.hue.earchive.document.accessrule.AccessRules;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.incoming.CorrectIncoming;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * A person decides about the access of a dossier or of a document in it, following the rules or
 * against them, with the reason. The access mode is written into the description, so that the
 * archive gets it.
 */
@ApplicationScoped
class DecideAccess {

    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final DocumentFiles files;
    private final AccessRules rules;
    private final AccessChoices choices;
    private final CorrectIncoming correct;
    private final ChangeDossier change;
    private final Validation validation;
    private final CurrentCaller caller;

    DecideAccess(
            Dossiers dossiers,
            RegisteredDocuments documents,
            DocumentFiles files,
            AccessRules rules,
            AccessChoices choices,
            CorrectIncoming correct,
            ChangeDossier change,
            Validation validation,
            CurrentCaller caller) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.files = files;
        this.rules = rules;
        this.choices = choices;
        this.correct = correct;
        this.change = change;
        this.validation = validation;
        this.caller = caller;
    }

    /**
     * The decision.
     *
     * @param accessMode {@code 01} open or {@code 02} conditional
     * @param openOn of what is conditional: the day from which it is open
     * @param personalData {@code NONE}, {@code BASIC} or {@code SENSITIVE}
     * @param legalBasis demanded for what is conditional
     */
    record Request(
            @NotBlank String accessMode,
            @Nullable LocalDate openOn,
            @NotNull String personalData,
            @Size(max = 300) @Nullable String legalBasis,
            @NotBlank @Size(max = 1000) String reason) {}

    @Transactional
    Answer<DossierView> ofDossier(
            UUID id, @Nullable Request request, @Nullable String ifMatch, @Nullable String key) {
        return change.once(
                "decideDossierAccess",
                id,
                ifMatch,
                key,
                request == null ? Map.of() : request,
                dossier -> {
                    AccessChoice.What what = check(dossier, request);
                    keep(dossier, null, what);
                    dossier.amend(dossier.described().withAccessMode(what.accessMode()));
                    return described(dossier);
                });
    }

    @Transactional
    Answer<DossierView> ofDocument(
            UUID id,
            UUID documentId,
            @Nullable Request request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "decideDocumentAccess",
                id,
                ifMatch,
                key,
                Map.of("document", documentId, "body", request == null ? Map.of() : request),
                dossier -> {
                    if (dossiers.filing(dossier.id(), documentId) == null) {
                        throw new Problem(CommonProblem.NOT_FOUND);
                    }
                    AccessChoice.What what = check(dossier, request);
                    keep(dossier, documentId, what);
                    write(documentId, what);
                    dossier.amend(dossier.described());
                    return described(dossier);
                });
    }

    private AccessChoice.What check(Dossier dossier, @Nullable Request given) {
        if (given != null && CodeLists.SECRET.equals(given.accessMode())) {
            throw new Problem(DocumentProblem.STATE_SECRET_NOT_ALLOWED);
        }
        Findings findings = validation.of(given);
        Request request = Objects.requireNonNull(given);
        boolean conditional = "02".equals(request.accessMode());
        String basis = VietnameseText.clean(request.legalBasis());
        findings.addUnless(
                request.accessMode() == null || List.of("01", "02").contains(request.accessMode()),
                "/accessMode",
                "UNKNOWN_CODE",
                request.accessMode(),
                "01, 02");
        findings.addUnless(
                request.personalData() == null
                        || List.of("NONE", "BASIC", "SENSITIVE").contains(request.personalData()),
                "/personalData",
                "UNKNOWN_CODE",
                request.personalData(),
                "NONE, BASIC, SENSITIVE");
        findings.addUnless(!conditional || basis != null, "/legalBasis", "REQUIRED");
        findings.addUnless(
                conditional || request.openOn() == null, "/openOn", "ONLY_WHEN_CONDITIONAL");
        findings.raise();
        dossier.require(Command.AMEND);
        return new AccessChoice.What(
                request.accessMode(),
                request.openOn(),
                request.personalData(),
                basis,
                request.reason().strip());
    }

    private void keep(Dossier dossier, @Nullable UUID documentId, AccessChoice.What what) {
        choices.persist(
                new AccessChoice(
                        Ids.next(),
                        dossier.agencyId(),
                        dossier.id(),
                        documentId,
                        what,
                        rules.of(dossier.agencyId()).id(),
                        change.clock().instant(),
                        caller.get().username()));
    }

    /** The same document in another dossier has the same line, so nothing closed may hold it. */
    private void write(UUID documentId, AccessChoice.What what) {
        List<UUID> holding =
                documents.dossiersOf(List.of(documentId)).getOrDefault(documentId, List.of());
        for (Dossier other : dossiers.locked(holding)) {
            other.require(Command.AMEND);
        }
        RegisteredDocument document = documents.locked(documentId).orElseThrow();
        if (!document.description(List.of()).accessMode().equals(what.accessMode())) {
            document.open(what.accessMode());
            correct.tell(
                    document,
                    files.ofDocument(documentId),
                    "decideDocumentAccess",
                    Map.of("accessMode", what.accessMode(), "reason", what.reason()));
        }
    }

    private DossierDescribed described(Dossier dossier) {
        return new DossierDescribed(
                dossier.agencyId(),
                dossier.version(),
                change.clock().instant(),
                dossier.description());
    }
}

package vn.hue.earchive.document.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.file.NamedUpload;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.outgoing.OutgoingState.Command;
import vn.hue.earchive.document.register.DescriptionChecks;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.Problem;

/** Judges a draft before anything is changed; reports every finding at once. */
@ApplicationScoped
class CheckDraft {

    private static final String LETTER = "22";

    private final Validation validation;
    private final DescriptionChecks checks;
    private final CodeLists codes;
    private final Agencies agencies;
    private final OutgoingDocuments documents;
    private final RegisteredDocuments register;
    private final CurrentCaller caller;

    CheckDraft(
            Validation validation,
            DescriptionChecks checks,
            CodeLists codes,
            Agencies agencies,
            OutgoingDocuments documents,
            RegisteredDocuments register,
            CurrentCaller caller) {
        this.validation = validation;
        this.checks = checks;
        this.codes = codes;
        this.agencies = agencies;
        this.documents = documents;
        this.register = register;
        this.caller = caller;
    }

    /**
     * @throws Problem STATE_SECRET_NOT_ALLOWED before anything else is looked at; VALIDATION_FAILED
     */
    DraftLine check(@Nullable DraftRequest given) {
        if (given != null) {
            DescriptionChecks.refuseSecrets(given.securityClass(), given.accessMode());
        }
        Findings findings = validation.of(given);
        DraftRequest request = Objects.requireNonNull(given);
        UUID agencyId = caller.get().agencyId();
        boolean normative = Boolean.TRUE.equals(request.legalNormative());
        Optional<CodeListEntry> type = checks.type(findings, request.typeCode());
        if (normative && type.isPresent()) {
            codes.check(findings, CodeLists.LEGAL_NORMATIVE_TYPE, request.typeCode(), "/typeCode");
        }
        DescriptionChecks.Coded coded =
                checks.coded(
                        findings,
                        request.accessMode(),
                        request.confidenceLevel(),
                        request.urgency(),
                        request.languages());
        if (request.signCapacity() != null) {
            codes.check(findings, CodeLists.SIGN_CAPACITY, request.signCapacity(), "/signCapacity");
        }
        String notation = VietnameseText.clean(request.notation());
        findings.addUnless(
                notation == null || DocumentNumber.of("1", notation).isPresent(),
                "/notation",
                "NUMBER_FORMAT",
                "1/" + notation);
        relations(request, findings);
        NamedUpload.check(findings, request.files());
        findings.raise();
        String issuer = VietnameseText.clean(request.issuerName());
        return new DraftLine(
                request.typeCode(),
                type.map(CodeListEntry::labelVi).orElseThrow(),
                normative,
                notation,
                VietnameseText.clean(request.unitAbbreviation()),
                issuer != null ? issuer : agencies.require(agencyId).name(),
                text(request.subject()),
                request.pageCount(),
                coded,
                text(request.signerPosition()),
                text(request.signerName()),
                request.signCapacity(),
                request.dueDate(),
                request.copies(),
                VietnameseText.clean(request.draftingUnit()),
                VietnameseText.clean(request.archiveCopyUnit()),
                VietnameseText.clean(request.keywords()),
                VietnameseText.clean(request.description()),
                recipients(request.recipients(), agencyId),
                request.replacesId(),
                request.correctsId(),
                request.answersId());
    }

    /** Wrong content: a new document of the same kind. Wrong form: an official letter. */
    private void relations(DraftRequest request, Findings findings) {
        findings.addUnless(
                request.replacesId() == null || request.correctsId() == null,
                "/correctsId",
                "ONE_RELATION");
        if (request.replacesId() != null) {
            Optional<OutgoingDocument> replaced =
                    target(request.replacesId(), Command.REPLACE, "/replacesId", findings);
            findings.addUnless(
                    replaced.filter(d -> !d.typeCode().equals(request.typeCode())).isEmpty(),
                    "/typeCode",
                    "REPLACEMENT_OF_OTHER_TYPE");
        }
        if (request.correctsId() != null) {
            target(request.correctsId(), Command.CORRECT, "/correctsId", findings);
            findings.addUnless(
                    LETTER.equals(request.typeCode()), "/typeCode", "CORRECTION_IS_A_LETTER");
        }
        if (request.answersId() != null) {
            findings.addUnless(
                    register.findByIdOptional(request.answersId())
                            .filter(d -> d.isIncoming())
                            .isPresent(),
                    "/answersId",
                    "UNKNOWN_DOCUMENT");
        }
    }

    private Optional<OutgoingDocument> target(
            UUID id, Command command, String pointer, Findings findings) {
        Optional<OutgoingDocument> found =
                documents
                        .findByIdOptional(id)
                        .filter(d -> OutgoingState.of(d.state()).allows(command));
        findings.addUnless(found.isPresent(), pointer, "UNKNOWN_OUTGOING_DOCUMENT");
        return found;
    }

    private static List<Recipient> recipients(
            List<DraftRequest.RecipientRequest> given, UUID agencyId) {
        return given.stream()
                .map(r ->
                        new Recipient(agencyId, VietnameseText.clean(r.organId()), text(r.name())))
                .toList();
    }

    private static String text(String mandatory) {
        return Objects.requireNonNull(VietnameseText.clean(mandatory));
    }
}

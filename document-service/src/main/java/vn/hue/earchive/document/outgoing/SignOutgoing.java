package vn.hue.earchive.document.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.DraftFiles;
import vn.hue.earchive.document.outgoing.OutgoingState.Command;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.identity.CurrentCaller;

/**
 * The steps of review and signing. Whoever drafted a document neither reviews nor approves it. A
 * signature changes the bytes, so the signed file takes the place of the one before; the audit
 * trail keeps the digest of each.
 */
@ApplicationScoped
class SignOutgoing {

    private final ChangeOutgoing change;
    private final DraftFiles files;
    private final Validation validation;
    private final CurrentCaller caller;

    SignOutgoing(
            ChangeOutgoing change, DraftFiles files, Validation validation, CurrentCaller caller) {
        this.change = change;
        this.files = files;
        this.validation = validation;
        this.caller = caller;
    }

    @Transactional
    Answer<OutgoingView> review(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return judged("reviewOutgoingDocument", Command.REVIEW, id, ifMatch, key);
    }

    @Transactional
    Answer<OutgoingView> approve(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return judged("approveOutgoingDocument", Command.APPROVE, id, ifMatch, key);
    }

    private Answer<OutgoingView> judged(
            String operation,
            Command command,
            UUID id,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                operation,
                id,
                ifMatch,
                key,
                null,
                (document, details) -> {
                    document.move(command);
                    document.refuseDrafter(caller.get().subject(), command);
                    details.put("sha256", files.digests(id));
                });
    }

    @Transactional
    Answer<OutgoingView> sendBack(
            UUID id,
            @Nullable ReasonRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "sendBackOutgoingDocument",
                id,
                ifMatch,
                key,
                request,
                (document, details) -> {
                    details.put("reason", reason(validation, request));
                    document.move(Command.SEND_BACK);
                });
    }

    @Transactional
    Answer<OutgoingView> sign(
            UUID id,
            @Nullable SignedFileRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return signed("signOutgoingDocument", Command.SIGN, id, request, ifMatch, key);
    }

    @Transactional
    Answer<OutgoingView> agencySign(
            UUID id,
            @Nullable SignedFileRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return signed("agencySignOutgoingDocument", Command.AGENCY_SIGN, id, request, ifMatch, key);
    }

    private Answer<OutgoingView> signed(
            String operation,
            Command command,
            UUID id,
            @Nullable SignedFileRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                operation,
                id,
                ifMatch,
                key,
                request,
                (document, details) -> {
                    document.move(command);
                    UUID file = request == null ? null : request.signedFile();
                    Findings findings = validation.begin();
                    findings.addUnless(
                            file != null || !document.isBornDigital(),
                            "/signedFile",
                            "SIGNED_FILE_REQUIRED");
                    findings.raise();
                    if (file != null) {
                        details.putAll(
                                Map.of(
                                        "sha256",
                                        files.replaceMain(
                                                document.agencyId(), id, file, findings)));
                    }
                });
    }

    /** The reason of a request, which every such step demands. */
    static String reason(Validation validation, @Nullable ReasonRequest request) {
        validation.of(request).raise();
        return Objects.requireNonNull(
                VietnameseText.clean(Objects.requireNonNull(request).reason()));
    }
}

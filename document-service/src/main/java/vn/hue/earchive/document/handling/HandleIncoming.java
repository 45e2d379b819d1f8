package vn.hue.earchive.document.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.handling.ChangeHandling.Act;
import vn.hue.earchive.document.handling.HandlingEntry.Said;
import vn.hue.earchive.document.incoming.IncomingDocuments;
import vn.hue.earchive.document.incoming.IncomingState.Command;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.kit.idempotency.Answer;

/** The acts of handling, one method each. */
@ApplicationScoped
public class HandleIncoming {

    private static final Act SUBMIT = new Act("submitIncomingDocument", Command.SUBMIT);
    private static final Act ASSIGN = new Act("assignIncomingDocument", Command.ASSIGN);
    private static final Act START = new Act("startHandling", Command.START);
    private static final Act COMMENT = new Act("commentOnHandling", Command.COMMENT);
    private static final Act SET_DUE = new Act("setHandlingDueDate", Command.SET_DUE_DATE);
    private static final Act REPORT = new Act("reportCoUnit", Command.REPORT);
    private static final Act COMPLETE = new Act("completeHandling", Command.COMPLETE);
    private static final Act RESUME = new Act("resumeHandling", Command.RESUME);
    private static final Act RETURN = new Act("returnIncomingDocument", Command.RETURN);
    private static final Act RECALL = new Act("recallIncomingDocument", Command.RECALL);

    private final ChangeHandling change;
    private final IncomingDocuments documents;
    private final RegisteredDocuments register;

    HandleIncoming(
            ChangeHandling change, IncomingDocuments documents, RegisteredDocuments register) {
        this.change = change;
        this.documents = documents;
        this.register = register;
    }

    /** Document, version and key of a request. */
    record Call(UUID id, @Nullable String ifMatch, @Nullable String key) {}

    @Transactional
    Answer<HandlingView> submit(Call call, Requests.@Nullable Submit request) {
        return once(
                SUBMIT,
                call,
                request,
                (handling, said, now, findings) -> {
                    String leader = text(said.leader());
                    handling.submit(leader, now);
                    return new Said(VietnameseText.clean(said.note()), leader, null);
                });
    }

    @Transactional
    Answer<HandlingView> assign(Call call, Requests.@Nullable Assign request) {
        return once(
                ASSIGN,
                call,
                request,
                (handling, said, now, findings) -> {
                    RegisteredDocument document = documents.locked(call.id());
                    findings.addUnless(
                            said.dueDate() == null
                                    || !said.dueDate().isBefore(document.registeredOn()),
                            "/dueDate",
                            "BEFORE_START");
                    List<Requests.Part> parts =
                            Objects.requireNonNullElse(said.coUnits(), List.of());
                    String unit = text(said.leadUnit());
                    String words = VietnameseText.clean(said.direction());
                    handling.assign(
                            unit,
                            VietnameseText.clean(said.assignee()),
                            parts.stream()
                                    .map(p ->
                                            new CoUnit(
                                                    document.agencyId(),
                                                    text(p.unit()),
                                                    VietnameseText.clean(p.person()),
                                                    null,
                                                    null))
                                    .toList(),
                            said.dueDate(),
                            words,
                            now);
                    return new Said(words, unit, handling.dueDate());
                });
    }

    @Transactional
    Answer<HandlingView> start(Call call) {
        return once(
                START,
                call,
                Requests.Nothing.INSTANCE,
                (handling, said, now, findings) -> Said.of(null));
    }

    @Transactional
    Answer<HandlingView> comment(Call call, Requests.@Nullable Comment request) {
        return once(
                COMMENT,
                call,
                request,
                (handling, said, now, findings) -> Said.of(text(said.text())));
    }

    @Transactional
    Answer<HandlingView> setDue(Call call, Requests.@Nullable Due request) {
        return once(
                SET_DUE,
                call,
                request,
                (handling, said, now, findings) -> {
                    findings.addUnless(
                            !said.dueDate().isBefore(documents.locked(call.id()).registeredOn()),
                            "/dueDate",
                            "BEFORE_START");
                    handling.due(said.dueDate());
                    return new Said(text(said.reason()), null, said.dueDate());
                });
    }

    @Transactional
    Answer<HandlingView> report(Call call, Requests.@Nullable Report request) {
        return once(
                REPORT,
                call,
                request,
                (handling, said, now, findings) -> {
                    String unit = text(said.unit());
                    findings.addUnless(
                            handling.report(unit, text(said.text()), now),
                            "/unit",
                            "NO_OPEN_CO_UNIT",
                            unit);
                    return new Said(text(said.text()), unit, null);
                });
    }

    @Transactional
    Answer<HandlingView> complete(Call call, Requests.@Nullable Complete request) {
        return once(
                COMPLETE,
                call,
                request,
                (handling, said, now, findings) -> {
                    answerIsOurs(said.answerId(), findings);
                    handling.complete(text(said.result()), said.answerId(), now);
                    return Said.of(text(said.result()));
                });
    }

    private void answerIsOurs(@Nullable UUID answer, Findings findings) {
        Optional<RegisteredDocument> found =
                answer == null ? Optional.empty() : register.findByIdOptional(answer);
        findings.addUnless(
                answer == null || found.filter(d -> !d.isIncoming()).isPresent(),
                "/answerId",
                "UNKNOWN_OUTGOING_DOCUMENT");
        findings.raise();
    }

    @Transactional
    Answer<HandlingView> resume(Call call, Requests.@Nullable Reason request) {
        return once(
                RESUME,
                call,
                request,
                (handling, said, now, findings) -> {
                    handling.resume();
                    return Said.of(text(said.reason()));
                });
    }

    @Transactional
    Answer<HandlingView> giveBack(Call call, Requests.@Nullable Reason request) {
        return once(RETURN, call, request, HandleIncoming::end);
    }

    @Transactional
    Answer<HandlingView> recall(Call call, Requests.@Nullable Reason request) {
        return once(RECALL, call, request, HandleIncoming::end);
    }

    /**
     * The sender takes a document back by a message; to be called in the message's transaction.
     *
     * @param by who asks for it, as the trace names them
     * @throws vn.hue.earchive.kit.problem.Problem HANDLING_STATE_FORBIDS when it went back already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recalledBySender(UUID documentId, String reason, String by) {
        change.apply(
                RECALL,
                documents.locked(documentId),
                by,
                (handling, now) -> {
                    handling.end(reason);
                    return Said.of(reason);
                });
    }

    private static Said end(
            Handling handling, Requests.Reason said, Instant now, Findings findings) {
        handling.end(text(said.reason()));
        return Said.of(text(said.reason()));
    }

    private <R> Answer<HandlingView> once(
            Act act, Call call, @Nullable R request, ChangeHandling.Effect<R> effect) {
        return change.once(act, call.id(), request, call.ifMatch(), call.key(), effect);
    }

    private static String text(String mandatory) {
        return Objects.requireNonNull(VietnameseText.clean(mandatory));
    }
}

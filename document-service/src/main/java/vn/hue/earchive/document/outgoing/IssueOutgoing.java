package vn.hue.earchive.document.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.DocumentRegistered;
import vn.hue.earchive.document.events.DocumentStateChanged;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DraftFiles;
import vn.hue.earchive.document.numbering.OutgoingNumber;
import vn.hue.earchive.document.numbering.OutgoingNumbers;
import vn.hue.earchive.document.outgoing.OutgoingState.Command;
import vn.hue.earchive.document.register.RegisterPlace;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Sends a document out and takes it back. The issue writes its register line and freezes its files;
 * a document that replaces or corrects another ends that one in the same transaction.
 */
@ApplicationScoped
class IssueOutgoing {

    private final ChangeOutgoing change;
    private final OutgoingDocuments documents;
    private final OutgoingNumbers numbers;
    private final RegisteredDocuments register;
    private final DraftFiles files;
    private final Journal journal;
    private final Event<DocumentIssued> issued;
    private final Event<DocumentRecalled> recalled;
    private final Validation validation;
    private final CurrentCaller caller;
    private final Clock clock;

    IssueOutgoing(
            ChangeOutgoing change,
            OutgoingDocuments documents,
            OutgoingNumbers numbers,
            RegisteredDocuments register,
            DraftFiles files,
            Journal journal,
            Event<DocumentIssued> issued,
            Event<DocumentRecalled> recalled,
            Validation validation,
            CurrentCaller caller,
            Clock clock) {
        this.change = change;
        this.documents = documents;
        this.numbers = numbers;
        this.register = register;
        this.files = files;
        this.journal = journal;
        this.issued = issued;
        this.recalled = recalled;
        this.validation = validation;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<OutgoingView> issue(UUID id, @Nullable String ifMatch, @Nullable String key) {
        return change.once(
                "issueOutgoingDocument",
                id,
                ifMatch,
                key,
                null,
                (document, details) -> {
                    Instant now = clock.instant();
                    document.issue(now, caller.get().username());
                    enterRegister(document, now);
                    endPredecessor(document, document.replacesId(), Command.REPLACE);
                    endPredecessor(document, document.correctsId(), Command.CORRECT);
                    if (document.recipients().stream().anyMatch(r -> r.organId() != null)) {
                        issued.fire(new DocumentIssued(id, document.agencyId()));
                    }
                });
    }

    private void enterRegister(OutgoingDocument document, Instant now) {
        OutgoingNumber number = numbers.findById(Objects.requireNonNull(document.numberId()));
        RegisteredDocument line =
                new RegisteredDocument(
                        document.id(),
                        document.agencyId(),
                        RegisteredDocument.OUTGOING,
                        new RegisterPlace(
                                number.year(), number.series(), number.number(), LegalDate.of(now)),
                        document.line(),
                        now,
                        caller.get().username());
        register.persist(line);
        register.flush();
        List<DocumentFile> frozen = files.freeze(document.id());
        journal.record(
                new DocumentRegistered(
                        document.agencyId(), line.version(), now, line.description(frozen)),
                "registerOutgoingDocument",
                "document",
                Map.of("year", number.year(), "number", number.number()));
    }

    private void endPredecessor(
            OutgoingDocument successor, @Nullable UUID predecessor, Command command) {
        if (predecessor != null) {
            end(
                    "issueOutgoingDocument",
                    documents.locked(predecessor),
                    command,
                    successor.id(),
                    successor.subject());
        }
    }

    @Transactional
    Answer<OutgoingView> recall(
            UUID id,
            @Nullable ReasonRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "recallOutgoingDocument",
                id,
                ifMatch,
                key,
                request,
                (document, details) ->
                        end(
                                "recallOutgoingDocument",
                                document,
                                Command.RECALL,
                                null,
                                SignOutgoing.reason(validation, request)));
    }

    /** Ends an issued document; the register line and its files stay as they are. */
    private void end(
            String operation,
            OutgoingDocument document,
            Command command,
            @Nullable UUID by,
            String reason) {
        document.end(command, by, reason);
        RegisteredDocument line =
                register.locked(document.id())
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        line.touched();
        journal.record(
                new DocumentStateChanged(
                        document.agencyId(),
                        line.version(),
                        clock.instant(),
                        document.id(),
                        RegisteredDocument.OUTGOING,
                        document.state(),
                        by),
                operation,
                "document",
                by == null ? Map.of() : Map.of("by", by.toString()));
        // A correction goes out as the letter that it is; the document stays with whoever has it.
        if (command != Command.CORRECT) {
            recalled.fire(new DocumentRecalled(document.id(), document.agencyId(), by, reason));
        }
    }
}

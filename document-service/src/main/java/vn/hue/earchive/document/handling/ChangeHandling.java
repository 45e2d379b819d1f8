package vn.hue.earchive.document.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.DocumentStateChanged;
import vn.hue.earchive.document.incoming.IncomingDocuments;
import vn.hue.earchive.document.incoming.IncomingState;
import vn.hue.earchive.document.incoming.IncomingState.Command;
import vn.hue.earchive.document.incoming.IncomingStateChanged;
import vn.hue.earchive.document.incoming.IncomingViews;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * What every act on an incoming document has in common: a repetition answers as the first did, the
 * register line is locked, the version that the person saw is compared, the state machine is asked,
 * and trace, audit entry and, when the state changes, the fact are left in the same transaction.
 */
@ApplicationScoped
class ChangeHandling {

    private final IncomingDocuments documents;
    private final RegisteredDocuments register;
    private final Handlings handlings;
    private final IncomingViews views;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Journal journal;
    private final Audit audit;
    private final Event<IncomingStateChanged> changed;
    private final CurrentCaller caller;
    private final Clock clock;

    ChangeHandling(
            IncomingDocuments documents,
            RegisteredDocuments register,
            Handlings handlings,
            IncomingViews views,
            Validation validation,
            Idempotency idempotency,
            Journal journal,
            Audit audit,
            Event<IncomingStateChanged> changed,
            CurrentCaller caller,
            Clock clock) {
        this.documents = documents;
        this.register = register;
        this.handlings = handlings;
        this.views = views;
        this.validation = validation;
        this.idempotency = idempotency;
        this.journal = journal;
        this.audit = audit;
        this.changed = changed;
        this.caller = caller;
        this.clock = clock;
    }

    /** An act and its operation. */
    record Act(String operation, Command command) {}

    /** What an act does to the handling, once it is known to be lawful and well said. */
    @FunctionalInterface
    interface Effect<R> {
        HandlingEntry.Said on(Handling handling, R request, Instant at, Findings findings);
    }

    /** Does an act once; If-Match is demanded where the state changes. */
    @Transactional(Transactional.TxType.MANDATORY)
    <R> Answer<HandlingView> once(
            Act act,
            UUID documentId,
            @Nullable R request,
            @Nullable String ifMatch,
            @Nullable String key,
            Effect<R> effect) {
        return idempotency.once(
                act.operation(),
                key,
                Map.of("documentId", documentId, "body", request == null ? Map.of() : request),
                HandlingView.class,
                () -> {
                    RegisteredDocument document = documents.locked(documentId);
                    IncomingState next =
                            IncomingState.of(document.handlingState()).on(act.command());
                    boolean stays = next != null && next.code().equals(document.handlingState());
                    if (ifMatch != null || !stays) {
                        ETags.check(ifMatch, document.version());
                    }
                    Handling handling =
                            apply(
                                    act,
                                    document,
                                    caller.get().username(),
                                    (found, now) -> {
                                        Findings findings = validation.of(request);
                                        findings.raise();
                                        HandlingEntry.Said said =
                                                effect.on(
                                                        found,
                                                        Objects.requireNonNull(request),
                                                        now,
                                                        findings);
                                        findings.raise();
                                        return said;
                                    });
                    return new Answer<>(
                            200, null, ETags.header(document.version()), view(document, handling));
                });
    }

    /**
     * Does an act on a locked document.
     *
     * @param by who does it, as the trace names them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Handling apply(
            Act act,
            RegisteredDocument document,
            String by,
            BiFunction<Handling, Instant, HandlingEntry.Said> effect) {
        IncomingState next = IncomingState.of(document.handlingState()).on(act.command());
        if (next == null) {
            throw new Problem(
                    DocumentProblem.HANDLING_STATE_FORBIDS,
                    document.handlingState(),
                    act.command().name());
        }
        Instant now = clock.instant();
        Handling handling = handlings.of(document);
        HandlingEntry.Said said = effect.apply(handling, now);
        handling.cameInto(next.code());
        handlings.persist(handling);
        if (act.command() == Command.ASSIGN) {
            document.passedTo(handling.passedTo());
        }
        if (act.command() == Command.START) {
            handling.takenOver(by, now);
        }
        tell(act, document, next, now);
        handlings
                .getEntityManager()
                .persist(
                        new HandlingEntry(
                                Ids.next(),
                                document.agencyId(),
                                document.id(),
                                act.command().name(),
                                next.code(),
                                said,
                                now,
                                by));
        return handling;
    }

    private void tell(Act act, RegisteredDocument document, IncomingState next, Instant now) {
        String before = document.handlingState();
        if (next.code().equals(before)) {
            audit.append(
                    document.agencyId(),
                    act.operation(),
                    "document",
                    document.id(),
                    document.version(),
                    Map.of());
            return;
        }
        document.handled(next.code());
        journal.record(
                new DocumentStateChanged(
                        document.agencyId(),
                        document.version(),
                        now,
                        document.id(),
                        document.direction(),
                        next.code(),
                        null),
                act.operation(),
                "document",
                Map.of("from", before));
        changed.fire(new IncomingStateChanged(document.id(), document.agencyId(), next.code()));
    }

    HandlingView view(RegisteredDocument document, Handling handling) {
        List<UUID> dossiers =
                register.dossiersOf(List.of(document.id())).getOrDefault(document.id(), List.of());
        IncomingState state = IncomingState.of(document.handlingState(), dossiers);
        List<String> warnings = new ArrayList<>();
        boolean completed = document.handlingState().equals("COMPLETED");
        if (completed && dossiers.isEmpty()) {
            warnings.add("NOT_FILED");
        }
        if (completed && !handling.openCoUnits().isEmpty()) {
            warnings.add("CO_UNITS_OPEN");
        }
        return handling.view(
                state.code(),
                document.version(),
                isOverdue(document, handling.dueDate()),
                warnings,
                views.allowed(state));
    }

    private boolean isOverdue(RegisteredDocument document, @Nullable LocalDate due) {
        return due != null
                && due.isBefore(LegalDate.today(clock))
                && IncomingState.of(document.handlingState()).allows(Command.ASSIGN);
    }
}

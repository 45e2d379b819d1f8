package vn.hue.earchive.document.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.addition.AddFiles;
import vn.hue.earchive.document.incoming.RegisterIncoming;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;

/** E-mails and scanned files: what waits at the desk without a message of another system. */
@ApplicationScoped
class OwnArrivals implements ArrivalSource {

    private final Arrivals arrivals;
    private final RegisterIncoming register;
    private final AddFiles addFiles;
    private final Validation validation;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    OwnArrivals(
            Arrivals arrivals,
            RegisterIncoming register,
            AddFiles addFiles,
            Validation validation,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.arrivals = arrivals;
        this.register = register;
        this.addFiles = addFiles;
        this.validation = validation;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.EMAIL, Source.UPLOAD);
    }

    @Override
    public Optional<OnDesk> find(UUID id, boolean lock) {
        return arrivals.findByIdOptional(
                        id, lock ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .map(this::onDesk);
    }

    @Override
    public List<OnDesk> page(
            State state, @Nullable Source source, @Nullable UUID beyond, int rows) {
        return arrivals.page(state, source, beyond, rows).stream().map(this::onDesk).toList();
    }

    OnDesk onDesk(Arrival arrival) {
        Proposal proposal = proposal(arrival);
        Findings findings = validation.begin();
        for (ArrivalNote note : arrivals.read(arrival.notes(), ArrivalNote[].class)) {
            note.addTo(findings);
        }
        Objects.requireNonNullElse(proposal.doubts(), List.<Doubt>of())
                .forEach(doubt -> doubt.addTo(findings));
        proposal.addMissingTo(findings);
        return new OnDesk(
                arrival.id(),
                arrival.source(),
                arrival.agencyId(),
                arrival.state(),
                arrival.may(),
                arrival.sender(),
                proposal,
                findings.found(),
                arrival.receivedAt(),
                arrival.receivedBy(),
                arrival.decided(),
                arrival.message(),
                arrival.version());
    }

    private Proposal proposal(Arrival arrival) {
        return arrivals.read(arrival.proposal(), Proposal.class);
    }

    @Override
    public RegisteredDocument register(UUID id, Overrides overrides) {
        Arrival arrival = arrivals.findById(id);
        Proposal proposal = proposal(arrival);
        RegisteredDocument document =
                register.fromMessage(overrides.on(proposal), proposal.uploads());
        arrivals.flush();
        leave(arrival, Step.REGISTER, document.id(), null);
        return document;
    }

    @Override
    public void decide(UUID id, Step step, @Nullable String reason, @Nullable UUID documentId) {
        Arrival arrival = arrivals.findById(id);
        if (documentId != null) {
            addFiles.add(
                    documentId,
                    addFiles.held(addFiles.missing(documentId, proposal(arrival).digests())),
                    new AddFiles.Cause("mergeArrival", Map.of("arrivalId", id.toString())),
                    document -> {});
        }
        leave(arrival, step, documentId, reason);
    }

    private void leave(
            Arrival arrival, Step step, @Nullable UUID documentId, @Nullable String reason) {
        State after =
                switch (step) {
                    case REGISTER -> State.REGISTERED;
                    case RETURN -> State.RETURNED;
                    case DISMISS -> State.DISMISSED;
                    case MERGE -> State.MERGED;
                };
        arrival.leave(after, documentId, reason, clock.instant(), caller.get().username());
        arrivals.flush();
        Map<String, Object> details = new HashMap<>(Map.of("source", arrival.source().name()));
        if (documentId != null) {
            details.put("documentId", documentId.toString());
        }
        audit.append(
                arrival.agencyId(),
                step.name().toLowerCase(java.util.Locale.ROOT) + "Arrival",
                "arrival",
                arrival.id(),
                arrival.version(),
                details);
    }
}

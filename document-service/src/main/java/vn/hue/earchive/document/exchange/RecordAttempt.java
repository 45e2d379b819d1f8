package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.OutgoingEdxml;
import vn.hue.earchive.document.edxml.StatusCode;
import vn.hue.earchive.document.edxml.StatusEdxml;
import vn.hue.earchive.document.exchange.OutboundMessage.State;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;

/** The transactions around an attempt to send. */
@ApplicationScoped
class RecordAttempt {

    /** Longer than the longest request to the bus: two senders never have one message. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private static final int RECALL = 1;

    private final OutboundMessages messages;
    private final ExchangeFailures failures;
    private final DocumentFiles files;
    private final Agencies agencies;
    private final SendingPolicy policy;
    private final ServiceBus bus;
    private final ExchangeConfig config;
    private final Audit audit;
    private final Clock clock;

    RecordAttempt(
            OutboundMessages messages,
            ExchangeFailures failures,
            DocumentFiles files,
            Agencies agencies,
            SendingPolicy policy,
            ServiceBus bus,
            ExchangeConfig config,
            Audit audit,
            Clock clock) {
        this.messages = messages;
        this.failures = failures;
        this.files = files;
        this.agencies = agencies;
        this.policy = policy;
        this.bus = bus;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be sent, out of the transaction.
     *
     * @param document of the message of a document; exactly one of this and {@code answer}
     */
    record Work(
            UUID id,
            String agencyCode,
            ServiceBus.Kind kind,
            @Nullable OutgoingEdxml document,
            @Nullable StatusEdxml answer,
            @Nullable String answeredBusId,
            List<DocumentFile> files) {

        @Nullable StatusCode status() {
            return answer == null ? null : answer.status();
        }
    }

    /** The oldest due message, for this caller alone. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<UUID> take() {
        return messages.take(clock.instant(), LEASE);
    }

    /** Reads what is to be sent; empty when this message is not to be sent now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Work> work(UUID id) {
        OutboundMessage message = messages.locked(id);
        Optional<String> withheld = policy.withheld(message.agencyId());
        if (withheld.isPresent()) {
            message.withhold(withheld.get());
            return Optional.empty();
        }
        String agencyCode = agencies.require(message.agencyId()).code();
        // Not connected: it stays due, and goes when an operator connects the agency.
        return bus.connects(agencyCode) ? Optional.of(read(message, agencyCode)) : Optional.empty();
    }

    Work read(OutboundMessage message, String agencyCode) {
        boolean document = message.kind() == ServiceBus.Kind.DOCUMENT;
        Integer type = message.businessType();
        UUID documentId = message.documentId();
        boolean withFiles = document && documentId != null && type != null && type != RECALL;
        return new Work(
                message.id(),
                agencyCode,
                message.kind(),
                document ? messages.document(message) : null,
                document ? null : messages.status(message),
                message.answeredBusId(),
                withFiles && documentId != null ? files.originalsOf(documentId) : List.of());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void sent(UUID id, @Nullable String busId, @Nullable String sha256, long size) {
        OutboundMessage message = messages.locked(id);
        if (message.state() != State.QUEUED) {
            return;
        }
        Instant now = clock.instant();
        message.sent(busId, sha256, size, now);
        attempt(message, now, "SENT", "SENT", null);
        audit.append(
                message.agencyId(),
                "sendMessage",
                "outbound-message",
                id,
                message.version(),
                Map.of("busId", String.valueOf(busId), "sha256", String.valueOf(sha256)));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(UUID id, BusFailure failure) {
        OutboundMessage message = messages.locked(id);
        if (message.state() != State.QUEUED) {
            return;
        }
        Instant now = clock.instant();
        Optional<Duration> pause =
                failure.retryable() ? pauses().after(message.attempts() + 1) : Optional.empty();
        if (pause.isPresent()) {
            message.retryAt(now.plus(pause.get()), failure.code().name());
            attempt(message, now, "RETRY", failure.code().name(), failure.detail());
            return;
        }
        message.failed(failure.code().name());
        attempt(message, now, "FAILED", failure.code().name(), failure.detail());
        failures.persist(ExchangeFailure.outbound(Ids.next(), message, failure, now));
        audit.append(
                message.agencyId(),
                "failMessage",
                "outbound-message",
                id,
                message.version(),
                Map.of("code", failure.code().name()));
    }

    private Pauses pauses() {
        return new Pauses(config.firstPause(), config.longestPause(), config.maxAttempts());
    }

    private void attempt(
            OutboundMessage message,
            Instant at,
            String outcome,
            String code,
            @Nullable String detail) {
        messages.getSession()
                .createNativeMutationQuery(
                        """
                        insert into outbound_attempt
                            (id, agency_id, message_id, attempted_at, outcome, code, detail)
                        values (:id, :agency, :message, :at, :outcome, :code, :detail)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("agency", message.agencyId())
                .setParameter("message", message.id())
                .setParameter("at", at)
                .setParameter("outcome", outcome)
                .setParameter("code", code)
                .setParameter("detail", detail)
                .executeUpdate();
    }
}

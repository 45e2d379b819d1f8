package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;

/** Queue and desk as their reader sees them: reasons in the reader's language. */
@ApplicationScoped
class ExchangeViews {

    /** Reasons that are findings with a text; others are what a person wrote. */
    private static final Set<String> TEXTS =
            Set.of(
                    "BUS_NOT_REACHABLE",
                    "BUS_FAILING",
                    "BUS_CREDENTIALS",
                    "BUS_REFUSED",
                    "BUS_UNEXPECTED_ANSWER",
                    "FILE_HAS_LEFT",
                    "MESSAGE_REFUSED",
                    "INTERNAL_FAILURE",
                    "WITHHELD_TRAINING",
                    "RECALLED_UNSENT",
                    "SENT_AS_REPLACEMENT");

    private final OutboundMessages messages;
    private final Validation validation;
    private final Actions actions;

    ExchangeViews(OutboundMessages messages, Validation validation, Actions actions) {
        this.messages = messages;
        this.validation = validation;
        this.actions = actions;
    }

    OutboundView of(OutboundMessage message) {
        return of(message, null);
    }

    OutboundView withHistory(OutboundMessage message) {
        return of(message, history(message.id()));
    }

    private OutboundView of(OutboundMessage m, @Nullable List<OutboundView.Step> history) {
        String reason = m.stateReason();
        return new OutboundView(
                m.id(),
                m.kind().name(),
                m.businessType(),
                m.statusCode(),
                m.documentId(),
                m.answersMessageId(),
                m.recipient().organId(),
                m.recipient().name(),
                m.state().name(),
                reason == null ? null : text(reason, lastDetail(m)),
                m.attempts(),
                m.nextAttemptAt(),
                m.busId(),
                m.sentAt(),
                m.sha256(),
                m.size(),
                m.recipientStatus(),
                m.recipientStatusText(),
                m.recipientStatusAt(),
                m.createdAt(),
                m.createdBy(),
                history);
    }

    private @Nullable String lastDetail(OutboundMessage message) {
        return messages
                .getSession()
                .createNativeQuery(
                        "select coalesce(detail, '') from outbound_attempt where message_id = :id"
                                + " order by id desc limit 1",
                        String.class)
                .setParameter("id", message.id())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private List<OutboundView.Step> history(UUID id) {
        return messages
                .getSession()
                .createNativeQuery(
                        """
                        select attempted_at, 'ATTEMPT', outcome, code, detail, id
                        from outbound_attempt where message_id = :id
                        union all
                        select received_at, 'ANSWER', status_code, null, description, id
                        from recipient_status where message_id = :id
                        order by 6 limit 200
                        """,
                        Object[].class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(row ->
                        new OutboundView.Step(
                                (Instant) row[0],
                                (String) row[1],
                                (String) row[2],
                                row[3] == null
                                        ? (String) row[4]
                                        : row[3].equals("SENT")
                                                ? null
                                                : text((String) row[3], (String) row[4])))
                .toList();
    }

    FailureView of(ExchangeFailure failure) {
        boolean open = failure.state() == ExchangeFailure.State.OPEN;
        return new FailureView(
                failure.id(),
                failure.direction().name(),
                failure.outboundId(),
                failure.busId(),
                failure.code(),
                text(failure.code(), failure.detail()),
                failure.state().name(),
                failure.failedAt(),
                failure.resolvedAt(),
                failure.resolvedBy(),
                failure.note(),
                open
                        ? actions.allowed("replayExchangeFailure", "dismissExchangeFailure")
                        : List.of());
    }

    private String text(String code, @Nullable String detail) {
        if (!TEXTS.contains(code)) {
            return code;
        }
        String[] parts = (detail == null ? "" : detail).split("\\|", 2);
        return Findings.text(
                validation.language(), code, parts[0], parts.length == 2 ? parts[1] : "");
    }
}

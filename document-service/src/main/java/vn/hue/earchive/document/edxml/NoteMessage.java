package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.EdxmlMessage.Arrival;
import vn.hue.earchive.document.edxml.MessageLife.Kind;
import vn.hue.earchive.document.edxml.ReceiveMessage.Taken;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.ETags;

/** The transaction of a message that is taken in. */
@ApplicationScoped
class NoteMessage {

    private final EdxmlMessages messages;
    private final EdxmlViews views;
    private final ProposalMaker proposals;
    private final OrganAliases aliases;
    private final Uploads uploads;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Event<MessageAnswered> answered;
    private final Event<StatusArrived> statuses;
    private final Audit audit;
    private final Clock clock;

    NoteMessage(
            EdxmlMessages messages,
            EdxmlViews views,
            ProposalMaker proposals,
            OrganAliases aliases,
            Uploads uploads,
            Validation validation,
            Idempotency idempotency,
            Event<MessageAnswered> answered,
            Event<StatusArrived> statuses,
            Audit audit,
            Clock clock) {
        this.messages = messages;
        this.views = views;
        this.proposals = proposals;
        this.aliases = aliases;
        this.uploads = uploads;
        this.validation = validation;
        this.idempotency = idempotency;
        this.answered = answered;
        this.statuses = statuses;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Answer<EdxmlView> once(Taken taken, @Nullable String key) {
        return idempotency.once(
                "receiveEdxmlMessage",
                key,
                Map.of("sha256", taken.original().sha256()),
                EdxmlView.class,
                () ->
                        known(taken)
                                .map(m -> answer(200, m))
                                .orElseGet(() -> answer(201, note(taken))));
    }

    @Transactional
    UUID fromBus(Taken taken) {
        return known(taken).orElseGet(() -> note(taken)).id();
    }

    private Optional<EdxmlMessage> known(Taken taken) {
        return messages.same(taken.owner().agencyId(), taken.key());
    }

    private Answer<EdxmlView> answer(int status, EdxmlMessage message) {
        return new Answer<>(
                status,
                "/v1/edxml-messages/" + message.id(),
                ETags.header(message.version()),
                views.of(message));
    }

    private EdxmlMessage note(Taken taken) {
        UUID agency = taken.owner().agencyId();
        EdxmlHeader header = taken.header();
        uploads.claim(List.of(taken.original().id()), validation.begin(), i -> "");
        List<Upload> attachments = taken.attachments();
        if (!attachments.isEmpty()) {
            uploads.hold(attachments.stream().map(Upload::id).toList());
        }
        String documentKey = aliases.documentKey(taken.key().documentId());
        String target = taken.kind().changesDocument() ? targetKey(header, documentKey) : null;
        EdxmlMessage message =
                new EdxmlMessage(
                        agency,
                        new Arrival(
                                taken.kind(),
                                taken.key(),
                                documentKey,
                                target,
                                target == null
                                        ? null
                                        : messages.newestOf(agency, target)
                                                .map(EdxmlMessage::id)
                                                .orElse(null),
                                StatusCode.of(Objects.requireNonNullElse(header.statusCode(), ""))
                                        .map(StatusCode::code)
                                        .orElse(null),
                                taken.busId(),
                                messages.write(header),
                                taken.kind().bringsDocument()
                                        ? messages.write(proposals.of(header, attachments))
                                        : null),
                        taken.original(),
                        clock.instant(),
                        taken.owner().name());
        messages.persistAndFlush(message);
        audit.append(
                agency,
                "receiveEdxmlMessage",
                "edxml-message",
                message.id(),
                message.version(),
                Map.of(
                        "kind", taken.kind().name(),
                        "sha256", taken.original().sha256(),
                        "attachments", attachments.size()));
        tell(message, header);
        return message;
    }

    private String targetKey(EdxmlHeader header, String documentKey) {
        List<String> replaced = Objects.requireNonNullElse(header.replaced(), List.of());
        if (!replaced.isEmpty()) {
            return aliases.documentKey(replaced.getFirst());
        }
        String named = header.businessDocumentId();
        return named == null ? documentKey : aliases.documentKey(named);
    }

    private void tell(EdxmlMessage message, EdxmlHeader header) {
        String code = message.statusCode();
        if (message.kind() == Kind.STATUS && code != null) {
            statuses.fire(
                    new StatusArrived(
                            message.id(),
                            message.agencyId(),
                            aliases.present(message.key().organId()),
                            message.documentKey(),
                            StatusCode.of(code).orElseThrow(),
                            header.statusDescription(),
                            header.timestamp()));
            return;
        }
        StatusCode status =
                message.kind() == Kind.RECALL ? StatusCode.TAKEN_BACK : StatusCode.ARRIVED;
        answered.fire(new MessageAnswered(message.id(), message.agencyId(), status, null));
    }
}

package vn.hue.earchive.document.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalSource.Source;
import vn.hue.earchive.document.file.NamedUpload;
import vn.hue.earchive.document.file.Owner;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.register.DescriptionChecks;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.ETags;

/** The transaction in which an e-mail or scanned files come to the desk. */
@ApplicationScoped
public class NoteArrival {

    private final Arrivals arrivals;
    private final OwnArrivals own;
    private final ArrivalViews views;
    private final Uploads uploads;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    NoteArrival(
            Arrivals arrivals,
            OwnArrivals own,
            ArrivalViews views,
            Uploads uploads,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.arrivals = arrivals;
        this.own = own;
        this.views = views;
        this.uploads = uploads;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What was read of an e-mail.
     *
     * @param original staged, as it was received
     * @param messageId its Message-ID; empty when it has none
     * @param files staged, the first of them the main file
     * @param notes what a person should look at
     */
    public record Mail(
            Owner owner,
            Upload original,
            String messageId,
            @Nullable String sender,
            Proposal proposal,
            List<Upload> files,
            List<ArrivalNote> notes) {}

    /**
     * Notes an e-mail; the same bytes again, of the same Message-ID, answer 200 with the first.
     *
     * @return the answer; its location names the arrival that there is now
     */
    @Transactional
    public Answer<?> mail(Mail mail, @Nullable String key) {
        return idempotency.once(
                "receiveEmail",
                key,
                Map.of("sha256", mail.original().sha256()),
                ArrivalView.class,
                () ->
                        arrivals.same(
                                        mail.owner().agencyId(),
                                        mail.messageId(),
                                        mail.original().sha256())
                                .map(known -> answer(200, known))
                                .orElseGet(() -> answer(201, note(mail))));
    }

    private Arrival note(Mail mail) {
        List<ArrivalNote> notes = new ArrayList<>(mail.notes());
        UUID agency = mail.owner().agencyId();
        if (!mail.messageId().isEmpty() && arrivals.knows(agency, mail.messageId())) {
            notes.add(ArrivalNote.of("/message", "SAME_MESSAGE_ID", mail.messageId()));
        }
        uploads.claim(List.of(mail.original().id()), validation.begin(), i -> "");
        if (!mail.files().isEmpty()) {
            uploads.hold(mail.files().stream().map(Upload::id).toList());
        }
        return keep(
                new Arrival(
                        mail.original().id(),
                        agency,
                        Source.EMAIL,
                        mail.sender(),
                        mail.original(),
                        mail.messageId(),
                        arrivals.write(mail.proposal()),
                        arrivals.write(notes),
                        clock.instant(),
                        mail.owner().name()),
                "receiveEmail",
                Map.of("sha256", mail.original().sha256(), "files", mail.files().size()));
    }

    /** Brings uploaded files to the desk, with what is known of them already. */
    @Transactional
    Answer<ArrivalView> files(@Nullable PlaceArrivalRequest given, @Nullable String key) {
        return idempotency.once(
                "placeArrival",
                key,
                given == null ? Map.of() : given,
                ArrivalView.class,
                () -> answer(201, place(given)));
    }

    private Arrival place(@Nullable PlaceArrivalRequest given) {
        Overrides known =
                given == null
                        ? Overrides.NONE
                        : Objects.requireNonNullElse(given.known(), Overrides.NONE);
        DescriptionChecks.refuseSecrets(known.securityClass(), known.accessMode());
        Findings findings = validation.of(given);
        PlaceArrivalRequest request = Objects.requireNonNull(given);
        NamedUpload.check(findings, request.files());
        findings.raise();
        List<UUID> ids = request.files().stream().map(NamedUpload::uploadId).toList();
        List<Upload> held =
                uploads.holdFree(ids, validation.begin(), i -> "/files/" + i + "/uploadId");
        List<Proposal.File> files = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            String role = NamedUpload.roleOf(request.files(), i);
            files.add(role.equals("MAIN") ? 0 : files.size(), Proposal.File.of(held.get(i), role));
        }
        Caller by = caller.get();
        return keep(
                new Arrival(
                        Ids.next(),
                        by.agencyId(),
                        Source.UPLOAD,
                        VietnameseText.clean(request.sender()),
                        null,
                        null,
                        arrivals.write(known.proposing(files)),
                        "[]",
                        clock.instant(),
                        by.username()),
                "placeArrival",
                Map.of("files", files.size()));
    }

    private Arrival keep(Arrival arrival, String operation, Map<String, Object> details) {
        arrivals.persistAndFlush(arrival);
        audit.append(
                arrival.agencyId(),
                operation,
                "arrival",
                arrival.id(),
                arrival.version(),
                new HashMap<>(details));
        return arrival;
    }

    private Answer<ArrivalView> answer(int status, Arrival arrival) {
        return new Answer<>(
                status,
                "/v1/arrivals/" + arrival.id(),
                ETags.header(arrival.version()),
                views.of(own.onDesk(arrival)));
    }
}

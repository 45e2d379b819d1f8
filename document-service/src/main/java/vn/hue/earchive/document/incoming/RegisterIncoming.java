package vn.hue.earchive.document.incoming;

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
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomField;
import vn.hue.earchive.document.customfield.CustomFields;
import vn.hue.earchive.document.duplicate.Duplicate;
import vn.hue.earchive.document.duplicate.Duplicate.Likeness;
import vn.hue.earchive.document.duplicate.DuplicateView;
import vn.hue.earchive.document.duplicate.FindDuplicates;
import vn.hue.earchive.document.events.DocumentRegistered;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.file.NamedUpload;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.numbering.NumberSeries;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisterPlace;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.register.RegistrationLine;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Registers an incoming document: checks, claims the uploads, takes the next arrival number, and
 * leaves register line, event and audit entry in one transaction. Everything that can fail comes
 * before the number is taken, so that the series is locked for the shortest time.
 */
@ApplicationScoped
public class RegisterIncoming {

    private final CheckRegistration check;
    private final Uploads uploads;
    private final NumberSeries numbers;
    private final RegisteredDocuments register;
    private final DocumentFiles files;
    private final IncomingViews views;
    private final FindDuplicates duplicates;
    private final CustomFields fields;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Journal journal;
    private final Event<IncomingStateChanged> changed;
    private final CurrentCaller caller;
    private final Clock clock;

    RegisterIncoming(
            CheckRegistration check,
            Uploads uploads,
            NumberSeries numbers,
            RegisteredDocuments register,
            DocumentFiles files,
            IncomingViews views,
            FindDuplicates duplicates,
            CustomFields fields,
            Validation validation,
            Idempotency idempotency,
            Journal journal,
            Event<IncomingStateChanged> changed,
            CurrentCaller caller,
            Clock clock) {
        this.check = check;
        this.uploads = uploads;
        this.numbers = numbers;
        this.register = register;
        this.files = files;
        this.views = views;
        this.duplicates = duplicates;
        this.fields = fields;
        this.validation = validation;
        this.idempotency = idempotency;
        this.journal = journal;
        this.changed = changed;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<IncomingView> once(@Nullable RegisterRequest request, @Nullable String key) {
        return idempotency.once(
                "registerIncomingDocument",
                key,
                request == null ? Map.of() : request,
                IncomingView.class,
                () -> {
                    Entered entered = register(request);
                    return answer(entered.document(), duplicates.views(entered.alike()));
                });
    }

    /** 201 with the document. */
    public Answer<IncomingView> answer(RegisteredDocument document) {
        return answer(document, List.of());
    }

    private Answer<IncomingView> answer(RegisteredDocument document, List<DuplicateView> warnings) {
        return new Answer<>(
                201,
                "/v1/incoming-documents/" + document.id(),
                ETags.header(document.version()),
                views.of(document, warnings));
    }

    private Entered register(@Nullable RegisterRequest given) {
        CheckRegistration.Checked checked = check.checkNew(caller.get().agencyId(), given);
        RegisterRequest request = Objects.requireNonNull(given);
        List<NamedUpload> named = Objects.requireNonNullElse(request.files(), List.of());
        List<Upload> claimed =
                uploads.claim(
                        named.stream().map(NamedUpload::uploadId).toList(),
                        validation.begin(),
                        i -> "/files/" + i + "/uploadId");
        List<RoledUpload> roled = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            roled.add(new RoledUpload(claimed.get(i), NamedUpload.roleOf(named, i)));
        }
        return enter(checked, roled, Boolean.TRUE.equals(request.duplicateConfirmed()));
    }

    /**
     * Registers from a message, in the message's transaction.
     *
     * @param held uploads that the message kept, the first of them the main file
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public RegisteredDocument fromMessage(RegisterRequest request, List<UUID> held) {
        CheckRegistration.Checked checked = check.checkNew(caller.get().agencyId(), request);
        List<RoledUpload> roled = new ArrayList<>();
        for (Upload upload : uploads.claimHeld(held)) {
            roled.add(new RoledUpload(upload, roled.isEmpty() ? "MAIN" : "ATTACHMENT"));
        }
        return enter(checked, roled, Boolean.TRUE.equals(request.duplicateConfirmed())).document();
    }

    private record RoledUpload(Upload upload, String role) {}

    private record Entered(RegisteredDocument document, List<Duplicate> alike) {}

    private Entered enter(
            CheckRegistration.Checked checked, List<RoledUpload> roled, boolean confirmed) {
        RegistrationLine line = checked.line();
        Caller by = caller.get();
        Instant now = clock.instant();
        LocalDate today = LegalDate.of(now);
        long number = numbers.take(by.agencyId(), today.getYear(), NumberSeries.ARRIVALS);
        // The series is ours now: no other registration of this year can slip in between.
        List<Duplicate> alike = alike(by.agencyId(), line, roled);
        refuseUnconfirmed(line, alike, confirmed);
        RegisteredDocument document =
                new RegisteredDocument(
                        Ids.next(),
                        by.agencyId(),
                        RegisteredDocument.INCOMING,
                        new RegisterPlace(today.getYear(), NumberSeries.ARRIVALS, number, today),
                        line,
                        now,
                        by.username());
        register.persist(document);
        List<DocumentFile> kept = new ArrayList<>();
        for (RoledUpload one : roled) {
            kept.add(
                    new DocumentFile(
                            by.agencyId(),
                            document.id(),
                            kept.size() + 1,
                            one.role(),
                            one.upload()));
        }
        files.persist(kept);
        fields.write(by.agencyId(), CustomField.Subject.DOCUMENT, document.id(), checked.custom());
        journal.record(
                new DocumentRegistered(by.agencyId(), 1, now, document.description(kept)),
                "registerIncomingDocument",
                "document",
                Map.of("year", today.getYear(), "arrivalNumber", number));
        changed.fire(
                new IncomingStateChanged(
                        document.id(), document.agencyId(), document.handlingState()));
        return new Entered(document, alike);
    }

    private List<Duplicate> alike(UUID agencyId, RegistrationLine line, List<RoledUpload> roled) {
        return duplicates.of(
                agencyId,
                new FindDuplicates.Wanted(
                        line.number().key(),
                        line.issuerKey(),
                        line.issuedDate(),
                        roled.stream().map(r -> r.upload().sha256()).toList()));
    }

    private static void refuseUnconfirmed(
            RegistrationLine line, List<Duplicate> alike, boolean confirmed) {
        alike.stream()
                .filter(d -> !confirmed && d.likeness() == Likeness.SAME_SOURCE)
                .findFirst()
                .ifPresent(known -> {
                    throw new Problem(
                            DocumentProblem.DOCUMENT_ALREADY_REGISTERED,
                            line.number().number() + "/" + line.number().notation(),
                            String.valueOf(known.registerNumber()),
                            String.valueOf(known.registerYear()),
                            known.documentId().toString());
                });
    }
}

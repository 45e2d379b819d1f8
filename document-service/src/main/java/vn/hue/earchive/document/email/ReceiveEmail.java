package vn.hue.earchive.document.email;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalNote;
import vn.hue.earchive.document.arrival.NoteArrival;
import vn.hue.earchive.document.file.BoundedStream;
import vn.hue.earchive.document.file.Owner;
import vn.hue.earchive.document.file.StoreUpload;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.StoreReadFailed;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.problem.ProblemType;

/**
 * Takes in an e-mail: looks at its head before a byte is kept, stores it as received, reads it from
 * the store as a stream, and stores its attachments while they are decoded. What is not an accepted
 * format stays in the message only, with a note. The same bytes with the same Message-ID answer
 * with the first arrival.
 */
@ApplicationScoped
class ReceiveEmail {

    /** Not worth a refusal of the whole letter: the message keeps the part. */
    private static final Set<ProblemType> LEAVES_OUT =
            Set.of(
                    DocumentProblem.MEDIA_TYPE_NOT_ACCEPTED,
                    DocumentProblem.MEDIA_TYPE_MISMATCH,
                    CommonProblem.VALIDATION_FAILED);

    private final StoreUpload store;
    private final ObjectStore bucket;
    private final EmailConfig config;
    private final ProposeFromMail propose;
    private final NoteArrival note;
    private final CurrentCaller caller;

    ReceiveEmail(
            StoreUpload store,
            @WorkingBucket ObjectStore bucket,
            EmailConfig config,
            ProposeFromMail propose,
            NoteArrival note,
            CurrentCaller caller) {
        this.store = store;
        this.bucket = bucket;
        this.config = config;
        this.propose = propose;
        this.note = note;
        this.caller = caller;
    }

    /**
     * @throws Problem STATE_SECRET_NOT_ALLOWED, EMAIL_MALFORMED, EMAIL_UNREADABLE, EMAIL_TNEF,
     *     EMAIL_BOUND_EXCEEDED, CONTENT_TOO_LARGE; nothing is left behind
     */
    Answer<?> once(InputStream body, @Nullable String key) {
        Caller by = caller.get();
        Owner owner = new Owner(by.agencyId(), by.username());
        Upload original =
                store.stageMessage(owner, "message.eml", "message/rfc822", inspected(body));
        List<Upload> files = new ArrayList<>();
        boolean kept = false;
        try {
            Mail mail = read(owner, original, files);
            stageText(owner, mail, files);
            Answer<?> answer =
                    note.mail(
                            new NoteArrival.Mail(
                                    owner,
                                    original,
                                    mail.messageId(),
                                    sender(mail),
                                    propose.of(mail, mainFirst(files)),
                                    files,
                                    mail.notes()),
                            key);
            kept = !answer.replayed() && isNew(answer, original.id());
            return answer;
        } finally {
            if (!kept) {
                store.discard(original);
                files.forEach(store::discard);
            }
        }
    }

    private static boolean isNew(Answer<?> answer, UUID id) {
        return String.valueOf(answer.location()).endsWith(id.toString());
    }

    private InputStream inspected(InputStream body) {
        try {
            return EmailReader.inspected(new BoundedStream(body, config.maxBytes()));
        } catch (EmailRejected e) {
            throw problem(e);
        } catch (IOException e) {
            throw new Problem(DocumentProblem.UPLOAD_TRUNCATED).causedBy(e);
        }
    }

    private Mail read(Owner owner, Upload original, List<Upload> files) {
        try (InputStream message = bucket.get(original.objectKey())) {
            return EmailReader.read(
                    message, (name, type, bytes) -> take(owner, name, type, bytes, files));
        } catch (EmailRejected e) {
            throw problem(e);
        } catch (IOException e) {
            throw broken(e);
        } catch (Problem e) {
            throw e.type() == DocumentProblem.UPLOAD_TRUNCATED ? broken(e) : e;
        }
    }

    private Optional<ArrivalNote> take(
            Owner owner, String name, String type, InputStream bytes, List<Upload> files) {
        try {
            files.add(store.stage(owner, name, type, bytes));
            return Optional.empty();
        } catch (Problem e) {
            if (!LEAVES_OUT.contains(e.type())) {
                throw e;
            }
            return Optional.of(ArrivalNote.of("/files", "ATTACHMENT_LEFT_OUT", name, type));
        }
    }

    /** The letter itself is a file as well: it may be the document. */
    private void stageText(Owner owner, Mail mail, List<Upload> files) {
        Mail.Text text = mail.text();
        if (text != null) {
            files.add(
                    store.stage(
                            owner,
                            text.html() ? "Nội dung thư.html" : "Nội dung thư.txt",
                            text.html() ? "text/html" : "text/plain",
                            new ByteArrayInputStream(
                                    text.content().getBytes(StandardCharsets.UTF_8))));
        }
    }

    /** The first PDF is the document, as a rule. */
    private static List<Upload> mainFirst(List<Upload> files) {
        files.stream()
                .filter(f -> f.mediaType().equals("application/pdf"))
                .findFirst()
                .ifPresent(main -> {
                    files.remove(main);
                    files.addFirst(main);
                });
        return files;
    }

    private static @Nullable String sender(Mail mail) {
        return mail.senderName() == null
                ? mail.senderAddress()
                : mail.senderName()
                        + " <"
                        + Objects.requireNonNullElse(mail.senderAddress(), "")
                        + ">";
    }

    /** An attachment ended in the middle: the sender's Base64, unless it was our own store. */
    private static Problem broken(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StoreReadFailed) {
                return new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(failure);
            }
        }
        return new Problem(DocumentProblem.EMAIL_MALFORMED, "Base64").causedBy(failure);
    }

    private static Problem problem(EmailRejected rejected) {
        DocumentProblem type =
                switch (rejected.reason()) {
                    case MALFORMED -> DocumentProblem.EMAIL_MALFORMED;
                    case TOO_LARGE -> DocumentProblem.EMAIL_BOUND_EXCEEDED;
                    case ENCRYPTED -> DocumentProblem.EMAIL_UNREADABLE;
                    case TNEF -> DocumentProblem.EMAIL_TNEF;
                    case SECRET -> DocumentProblem.STATE_SECRET_NOT_ALLOWED;
                };
        return new Problem(type, rejected.where()).causedBy(rejected);
    }
}

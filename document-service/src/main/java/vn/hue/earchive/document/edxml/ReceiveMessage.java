package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.EdxmlMessage.NaturalKey;
import vn.hue.earchive.document.edxml.MessageLife.Kind;
import vn.hue.earchive.document.file.BoundedStream;
import vn.hue.earchive.document.file.Owner;
import vn.hue.earchive.document.file.StoreUpload;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.StoreReadFailed;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Takes in a message: stores it as received, reads it from the store as a stream, stores its
 * attachments while they are decoded, and notes the registration it suggests. The same message
 * again, by (OrganId, DocumentId, BussinessDocType), answers with the first; a status message is
 * the same by (OrganId, DocumentId, StatusCode, Timestamp).
 */
@ApplicationScoped
public class ReceiveMessage {

    private final StoreUpload store;
    private final ObjectStore bucket;
    private final EdxmlConfig config;
    private final Validation validation;
    private final NoteMessage note;
    private final CurrentCaller caller;

    ReceiveMessage(
            StoreUpload store,
            @WorkingBucket ObjectStore bucket,
            EdxmlConfig config,
            Validation validation,
            NoteMessage note,
            CurrentCaller caller) {
        this.store = store;
        this.bucket = bucket;
        this.config = config;
        this.validation = validation;
        this.note = note;
        this.caller = caller;
    }

    /** What was read of a message, and what of it is stored. */
    record Taken(
            Owner owner,
            Kind kind,
            NaturalKey key,
            EdxmlHeader header,
            Upload original,
            List<Upload> attachments,
            @Nullable String busId) {}

    private interface Commit<T> {
        T apply(Taken taken);
    }

    private interface IdOf<T> {
        UUID apply(T result);
    }

    Answer<EdxmlView> once(InputStream body, @Nullable String key) {
        Caller by = caller.get();
        Owner owner = new Owner(by.agencyId(), by.username());
        return take(owner, body, null, taken -> note.once(taken, key), a -> a.body().id());
    }

    /**
     * Takes in what the service bus holds for an agency; for jobs. The same message again is the
     * first, whichever way it came.
     *
     * @return its id
     * @throws Problem as the REST interface answers
     */
    public UUID fromBus(UUID agencyId, String busId, InputStream body) {
        return take(new Owner(agencyId, "lgsp"), body, busId, note::fromBus, id -> id);
    }

    private <T> T take(
            Owner owner, InputStream body, @Nullable String busId, Commit<T> commit, IdOf<T> idOf) {
        Upload original =
                store.stageMessage(
                        owner,
                        "message.edxml",
                        "application/xml",
                        new BoundedStream(body, config.maxBytes()));
        Attachments attachments = new Attachments(store, owner, config.maxUnpackedBytes());
        boolean kept = false;
        try {
            EdxmlHeader header = read(original, attachments);
            Kind kind = kind(header);
            NaturalKey key = naturalKey(header, kind);
            if (!kind.bringsDocument()) {
                attachments.discard();
            }
            T result =
                    commit.apply(
                            new Taken(
                                    owner,
                                    kind,
                                    key,
                                    header,
                                    original,
                                    attachments.stored(),
                                    busId));
            kept = idOf.apply(result).equals(original.id());
            return result;
        } finally {
            if (!kept) {
                store.discard(original);
                attachments.discard();
            }
        }
    }

    private EdxmlHeader read(Upload original, Attachments attachments) {
        try (InputStream message = bucket.get(original.objectKey())) {
            return EdxmlReader.read(message, attachments);
        } catch (EdxmlRejected e) {
            throw new Problem(type(e.reason()), e.where()).causedBy(e);
        } catch (IOException e) {
            throw broken(e);
        } catch (Problem e) {
            throw e.type() == DocumentProblem.UPLOAD_TRUNCATED ? broken(e) : e;
        }
    }

    /** An attachment ended in the middle: the sender's Base64, unless it was our own store. */
    private static Problem broken(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StoreReadFailed) {
                return new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(failure);
            }
        }
        return new Problem(DocumentProblem.EDXML_MALFORMED, "Base64").causedBy(failure);
    }

    private static DocumentProblem type(EdxmlRejected.Reason reason) {
        return switch (reason) {
            case MALFORMED -> DocumentProblem.EDXML_MALFORMED;
            case FORBIDDEN_CONSTRUCT -> DocumentProblem.EDXML_FORBIDDEN_CONSTRUCT;
            case TOO_LARGE -> DocumentProblem.EDXML_BOUND_EXCEEDED;
            case NOT_A_DOCUMENT -> DocumentProblem.EDXML_NOT_A_DOCUMENT;
        };
    }

    private static Kind kind(EdxmlHeader header) {
        if (header.isStatus()) {
            String code = Objects.requireNonNull(header.statusCode());
            if (StatusCode.of(code).isEmpty()) {
                throw new Problem(DocumentProblem.EDXML_STATUS_UNKNOWN, code);
            }
            return Kind.STATUS;
        }
        return Kind.ofBusinessType(header.businessType())
                .orElseThrow(() ->
                        new Problem(
                                DocumentProblem.EDXML_TYPE_NOT_SUPPORTED, header.businessType()));
    }

    private NaturalKey naturalKey(EdxmlHeader header, Kind kind) {
        EdxmlHeader.Answer answer = header.answer();
        String organId = header.organId();
        boolean status = kind == Kind.STATUS;
        String documentId =
                status ? (answer == null ? null : answer.documentId()) : documentId(header, kind);
        if (organId == null || documentId == null) {
            Findings findings = validation.begin();
            findings.addUnless(organId != null, "/From/OrganId", "REQUIRED");
            findings.addUnless(
                    documentId != null,
                    status ? "/ResponseFor/DocumentId" : "/DocumentId",
                    "REQUIRED");
            findings.raise(DocumentProblem.EDXML_INCOMPLETE);
        }
        return new NaturalKey(
                String.valueOf(organId),
                String.valueOf(documentId),
                status
                        ? "S" + header.statusCode() + "@" + header.timestamp()
                        : header.businessType());
    }

    /** A recall may name its document in Bussiness only. */
    private static @Nullable String documentId(EdxmlHeader header, Kind kind) {
        String own = header.documentId();
        return own == null && kind.changesDocument() ? header.businessDocumentId() : own;
    }
}

package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.EdxmlMessage.NaturalKey;
import vn.hue.earchive.document.file.BoundedStream;
import vn.hue.earchive.document.file.StoreUpload;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.StoreReadFailed;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Takes in a message: stores it as received, reads it from the store as a stream, stores its
 * attachments while they are decoded, and notes the registration it suggests. The same message
 * again, by (OrganId, DocumentId, BussinessDocType), answers with the first.
 */
@ApplicationScoped
class ReceiveMessage {

    private static final String NEW_DOCUMENT = "0";

    private final StoreUpload store;
    private final ObjectStore bucket;
    private final EdxmlConfig config;
    private final Validation validation;
    private final Commit commit;

    ReceiveMessage(
            StoreUpload store,
            @WorkingBucket ObjectStore bucket,
            EdxmlConfig config,
            Validation validation,
            Commit commit) {
        this.store = store;
        this.bucket = bucket;
        this.config = config;
        this.validation = validation;
        this.commit = commit;
    }

    Answer<EdxmlView> once(InputStream body, @Nullable String key) {
        Upload original =
                store.stageMessage(
                        "message.edxml",
                        "application/xml",
                        new BoundedStream(body, config.maxBytes()));
        Attachments attachments = new Attachments(store, config.maxUnpackedBytes());
        boolean kept = false;
        try {
            EdxmlHeader header = read(original, attachments);
            NaturalKey naturalKey = naturalKey(header);
            Answer<EdxmlView> answer =
                    commit.once(naturalKey, header, original, attachments.stored(), key);
            kept = answer.body().id().equals(original.id());
            return answer;
        } finally {
            if (!kept) {
                store.discard(original);
                attachments.stored().forEach(store::discard);
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

    private NaturalKey naturalKey(EdxmlHeader header) {
        if (!header.businessType().equals(NEW_DOCUMENT)) {
            throw new Problem(DocumentProblem.EDXML_TYPE_NOT_SUPPORTED, header.businessType());
        }
        Findings findings = validation.begin();
        String organId = header.organId();
        String documentId = header.documentId();
        if (organId == null || documentId == null) {
            findings.addUnless(organId != null, "/From/OrganId", "REQUIRED");
            findings.addUnless(documentId != null, "/DocumentId", "REQUIRED");
            findings.raise(DocumentProblem.EDXML_INCOMPLETE);
        }
        return new NaturalKey(
                String.valueOf(organId), String.valueOf(documentId), header.businessType());
    }

    /** The transaction. */
    @ApplicationScoped
    static class Commit {

        private final EdxmlMessages messages;
        private final ProposalMaker proposals;
        private final Uploads uploads;
        private final Validation validation;
        private final Idempotency idempotency;
        private final Audit audit;
        private final CurrentCaller caller;
        private final Clock clock;

        Commit(
                EdxmlMessages messages,
                ProposalMaker proposals,
                Uploads uploads,
                Validation validation,
                Idempotency idempotency,
                Audit audit,
                CurrentCaller caller,
                Clock clock) {
            this.messages = messages;
            this.proposals = proposals;
            this.uploads = uploads;
            this.validation = validation;
            this.idempotency = idempotency;
            this.audit = audit;
            this.caller = caller;
            this.clock = clock;
        }

        @Transactional
        Answer<EdxmlView> once(
                NaturalKey naturalKey,
                EdxmlHeader header,
                Upload original,
                List<Upload> attachments,
                @Nullable String key) {
            return idempotency.once(
                    "receiveEdxmlMessage",
                    key,
                    Map.of("sha256", original.sha256()),
                    EdxmlView.class,
                    () ->
                            messages.same(naturalKey)
                                    .map(known -> answer(200, known))
                                    .orElseGet(() ->
                                            answer(
                                                    201,
                                                    receive(
                                                            naturalKey,
                                                            header,
                                                            original,
                                                            attachments))));
        }

        private Answer<EdxmlView> answer(int status, EdxmlMessage message) {
            return new Answer<>(
                    status,
                    "/v1/edxml-messages/" + message.id(),
                    ETags.header(message.version()),
                    messages.view(message));
        }

        private EdxmlMessage receive(
                NaturalKey naturalKey,
                EdxmlHeader header,
                Upload original,
                List<Upload> attachments) {
            Caller by = caller.get();
            uploads.claim(List.of(original.id()), validation.begin(), i -> "");
            if (!attachments.isEmpty()) {
                uploads.hold(attachments.stream().map(Upload::id).toList());
            }
            EdxmlMessage message =
                    new EdxmlMessage(
                            by.agencyId(),
                            naturalKey,
                            original,
                            messages.write(proposals.of(header, attachments)),
                            clock.instant(),
                            by.username());
            messages.persistAndFlush(message);
            audit.append(
                    by.agencyId(),
                    "receiveEdxmlMessage",
                    "edxml-message",
                    message.id(),
                    message.version(),
                    Map.of("sha256", original.sha256(), "attachments", attachments.size()));
            return message;
        }
    }
}

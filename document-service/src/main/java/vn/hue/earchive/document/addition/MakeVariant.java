package vn.hue.earchive.document.addition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.DocumentAccess;
import vn.hue.earchive.document.addition.AddFiles.Cause;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.file.FileVariant;
import vn.hue.earchive.document.file.FileView;
import vn.hue.earchive.document.file.ReadFile;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Puts another form of a file beside it: a copy in a format that keeps, or one with parts taken
 * out. The original stays as it came. Whoever may not read the original makes no variant of it; of
 * several redacted ones the newest says who may.
 */
@ApplicationScoped
class MakeVariant {

    private final AddFiles addFiles;
    private final DocumentFiles files;
    private final ReadFile readFile;
    private final Uploads uploads;
    private final Validation validation;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    MakeVariant(
            AddFiles addFiles,
            DocumentFiles files,
            ReadFile readFile,
            Uploads uploads,
            Validation validation,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.addFiles = addFiles;
        this.files = files;
        this.readFile = readFile;
        this.uploads = uploads;
        this.validation = validation;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<FileView> once(
            UUID documentId,
            UUID fileId,
            @Nullable FileVariantRequest request,
            @Nullable String key) {
        return idempotency.once(
                "makeFileVariant",
                key,
                request == null ? fileId : List.of(fileId, request),
                FileView.class,
                () -> {
                    FileView made = make(documentId, fileId, request).view();
                    return new Answer<>(
                            201,
                            "/v1/documents/" + documentId + "/files/" + made.id() + "/content",
                            null,
                            made);
                });
    }

    private DocumentFile make(UUID documentId, UUID fileId, @Nullable FileVariantRequest given) {
        DocumentFile original =
                files.findByIdOptional(fileId)
                        .filter(f -> f.documentId().equals(documentId))
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        readFile.refuseUnlessShown(original);
        FileVariant.Kind kind = check(given, original);
        FileVariantRequest request = Objects.requireNonNull(given);
        Caller by = caller.get();
        FileVariant variant =
                new FileVariant(
                        fileId,
                        kind,
                        Objects.requireNonNull(VietnameseText.clean(request.reason())),
                        kind == FileVariant.Kind.REDACTED ? request.originalReaders() : null,
                        by.username(),
                        clock.instant());
        return addFiles.add(
                        documentId,
                        (document, position) ->
                                List.of(
                                        DocumentFile.variant(
                                                document.agencyId(),
                                                documentId,
                                                position,
                                                claimed(request.uploadId(), original),
                                                variant)),
                        new Cause(
                                "makeFileVariant",
                                Map.of("originalId", fileId.toString(), "kind", kind.name())),
                        document -> {})
                .getFirst();
    }

    private FileVariant.Kind check(@Nullable FileVariantRequest given, DocumentFile original) {
        Findings findings = validation.of(given);
        FileVariantRequest request = Objects.requireNonNull(given);
        FileVariant.Kind kind =
                Arrays.stream(FileVariant.Kind.values())
                        .filter(k -> k.name().equals(request.kind()))
                        .findFirst()
                        .orElse(null);
        findings.addUnless(
                kind != null, "/kind", "UNKNOWN_CODE", request.kind(), "ARCHIVE_COPY, REDACTED");
        findings.addUnless(original.variant() == null, "/fileId", "VARIANT_OF_A_VARIANT");
        List<String> readers = Objects.requireNonNullElse(request.originalReaders(), List.of());
        boolean redacted = kind == FileVariant.Kind.REDACTED;
        findings.addUnless(
                kind == null || redacted != readers.isEmpty(),
                "/originalReaders",
                redacted ? "REQUIRED" : "ONLY_WHEN_REDACTED");
        Set<String> known =
                DocumentAccess.STAFF.stream().map(Role::token).collect(Collectors.toSet());
        readers.stream()
                .filter(r -> !known.contains(r))
                .forEach(r ->
                        findings.add(
                                "/originalReaders",
                                "UNKNOWN_CODE",
                                r,
                                known.stream().sorted().collect(Collectors.joining(", "))));
        findings.raise();
        return Objects.requireNonNull(kind);
    }

    private Upload claimed(UUID uploadId, DocumentFile original) {
        Upload upload =
                uploads.claim(List.of(uploadId), validation.begin(), i -> "/uploadId").getFirst();
        validation
                .begin()
                .addUnless(!upload.sha256().equals(original.sha256()), "/uploadId", "SAME_BYTES")
                .raise();
        return upload;
    }
}

package vn.hue.earchive.document.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.FileInBulk;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;

/** Files documents of the inbox in bulk; each has its own result. */
@ApplicationScoped
class FileUnfiled {

    private final FileInBulk file;
    private final Validation validation;
    private final Idempotency idempotency;

    FileUnfiled(FileInBulk file, Validation validation, Idempotency idempotency) {
        this.file = file;
        this.validation = validation;
        this.idempotency = idempotency;
    }

    @Transactional
    Answer<BulkFilingView> once(@Nullable FileUnfiledRequest request, @Nullable String key) {
        return idempotency.once(
                "fileUnfiledDocuments",
                key,
                request == null ? Map.of() : request,
                BulkFilingView.class,
                () -> {
                    validation.of(request).raise();
                    return new Answer<>(
                            200,
                            null,
                            null,
                            BulkFilingView.of(
                                    file.file(
                                            Objects.requireNonNull(request).items().stream()
                                                    .map(i ->
                                                            new FileInBulk.Wanted(
                                                                    i.documentId(), i.dossierId()))
                                                    .toList())));
                });
    }
}

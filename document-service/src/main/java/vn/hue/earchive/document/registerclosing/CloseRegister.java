package vn.hue.earchive.document.registerclosing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.file.Owner;
import vn.hue.earchive.document.file.StoreUpload;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.print.PaperFormat;
import vn.hue.earchive.document.print.PrintRegister;
import vn.hue.earchive.document.print.Printed;
import vn.hue.earchive.document.print.RegisterLines;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Closes the register of a year that is over. Lines and print are stored first; then one
 * transaction, in which no sealed line can change, compares the lines once more and writes the
 * seal.
 */
@ApplicationScoped
class CloseRegister {

    private final RegisterLines lines;
    private final SealedLines sealed;
    private final PrintRegister print;
    private final StoreUpload store;
    private final Commit commit;
    private final CurrentCaller caller;
    private final Clock clock;

    CloseRegister(
            RegisterLines lines,
            SealedLines sealed,
            PrintRegister print,
            StoreUpload store,
            Commit commit,
            CurrentCaller caller,
            Clock clock) {
        this.lines = lines;
        this.sealed = sealed;
        this.print = print;
        this.store = store;
        this.commit = commit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the seal is taken over, staged. */
    record Prepared(Upload content, Upload pdf) {}

    /**
     * @throws Problem REGISTER_YEAR_NOT_OVER, REGISTER_EMPTY, REGISTER_ALREADY_CLOSED,
     *     REGISTER_CHANGED_MEANWHILE
     */
    Answer<RegisterClosingView> once(RegisterLines.Range range, @Nullable String key) {
        if (key == null) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        if (range.year() >= LegalDate.today(clock).getYear()) {
            throw new Problem(DocumentProblem.REGISTER_YEAR_NOT_OVER, String.valueOf(range.year()));
        }
        if (commit.isClosed(range)) {
            return commit.once(range, key, null);
        }
        Prepared ready = prepare(range);
        boolean done = false;
        try {
            Answer<RegisterClosingView> answer = commit.once(range, key, ready);
            done = !answer.replayed();
            return answer;
        } finally {
            if (!done) {
                store.discard(ready.content());
                store.discard(ready.pdf());
            }
        }
    }

    private Prepared prepare(RegisterLines.Range range) {
        Path file = QuarkusTransaction.requiringNew().call(() -> read(range));
        try (InputStream content = Files.newInputStream(file);
                Printed printed = print.print(range, PaperFormat.PDF.extension());
                InputStream pdf = printed.open()) {
            Owner owner = new Owner(caller.get().agencyId(), caller.get().username());
            String name = range.register().path() + "-" + range.year();
            return new Prepared(
                    store.stageMessage(owner, name + ".ndjson", "application/x-ndjson", content),
                    store.stageMessage(owner, name + ".pdf", PaperFormat.PDF.mediaType(), pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            forget(file);
        }
    }

    private Path read(RegisterLines.Range range) {
        if (lines.extent(range).lines() == 0) {
            throw new Problem(DocumentProblem.REGISTER_EMPTY, String.valueOf(range.year()));
        }
        return sealed.write(range);
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The transactions. */
    @ApplicationScoped
    static class Commit {

        private final RegisterClosings closings;
        private final RegisterLines lines;
        private final SealedLines sealed;
        private final Uploads uploads;
        private final Validation validation;
        private final Idempotency idempotency;
        private final Audit audit;
        private final Actions actions;
        private final CurrentCaller caller;
        private final Clock clock;

        Commit(
                RegisterClosings closings,
                RegisterLines lines,
                SealedLines sealed,
                Uploads uploads,
                Validation validation,
                Idempotency idempotency,
                Audit audit,
                Actions actions,
                CurrentCaller caller,
                Clock clock) {
            this.closings = closings;
            this.lines = lines;
            this.sealed = sealed;
            this.uploads = uploads;
            this.validation = validation;
            this.idempotency = idempotency;
            this.audit = audit;
            this.actions = actions;
            this.caller = caller;
            this.clock = clock;
        }

        @Transactional
        boolean isClosed(RegisterLines.Range range) {
            return closings.of(range).isPresent();
        }

        @Transactional
        Answer<RegisterClosingView> once(
                RegisterLines.Range range, @Nullable String key, @Nullable Prepared ready) {
            return idempotency.once(
                    "closeRegister",
                    key,
                    Map.of("register", range.register().path(), "year", range.year()),
                    RegisterClosingView.class,
                    () -> {
                        RegisterClosing closing = close(range, ready);
                        return new Answer<>(
                                201,
                                "/v1/register-closings/" + closing.id(),
                                ETags.header(closing.version()),
                                RegisterClosingResource.view(closing, actions));
                    });
        }

        private RegisterClosing close(RegisterLines.Range range, @Nullable Prepared ready) {
            Caller by = caller.get();
            closings.holdChanges(by.agencyId(), range);
            if (ready == null || closings.of(range).isPresent()) {
                throw new Problem(
                        DocumentProblem.REGISTER_ALREADY_CLOSED, String.valueOf(range.year()));
            }
            if (!sealed.digest(range).equals(ready.content().sha256())) {
                throw new Problem(
                        DocumentProblem.REGISTER_CHANGED_MEANWHILE, String.valueOf(range.year()));
            }
            List<UUID> staged = List.of(ready.content().id(), ready.pdf().id());
            uploads.claim(staged, validation.begin(), i -> "/" + i);
            Instant now = clock.instant();
            RegisterClosing closing =
                    new RegisterClosing(
                            Ids.next(),
                            range,
                            lines.extent(range),
                            ready.content(),
                            ready.pdf(),
                            now,
                            by);
            closings.persistAndFlush(closing);
            audit.append(
                    by.agencyId(),
                    "closeRegister",
                    "register-closing",
                    closing.id(),
                    closing.version(),
                    Map.of(
                            "register", range.register().path(),
                            "year", range.year(),
                            "contentSha256", Objects.requireNonNull(ready.content().sha256()),
                            "pdfSha256", Objects.requireNonNull(ready.pdf().sha256())));
            return closing;
        }
    }
}

package vn.hue.earchive.document.print;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.training.TrainingAgencies;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Prints papers. The memory that this takes is bounded twice: so many at once, and of each the page
 * that is being written.
 */
@ApplicationScoped
public class Papers {

    private final PrintConfig config;
    private final Clock clock;
    private final TrainingAgencies training;
    private final CurrentCaller caller;
    private final Semaphore desks;

    Papers(PrintConfig config, Clock clock, TrainingAgencies training, CurrentCaller caller) {
        this.config = config;
        this.clock = clock;
        this.training = training;
        this.caller = caller;
        this.desks = new Semaphore(config.atOnce(), true);
    }

    /** A form with the rows that fill it. */
    public record Paper(PaperForm form, Rows rows) {}

    /**
     * Prints into a temporary file what the caller's agency may see. The paper is made and its rows
     * are read in one transaction, which begins when a desk is free and ends before a byte is sent.
     *
     * @param format {@code pdf} or {@code xlsx}
     * @throws Problem NOT_FOUND for another format, PRINT_TOO_LONG beyond {@link
     *     PrintConfig#maxRows()}, TOO_MANY_REQUESTS when all desks stay busy
     */
    public Printed print(String format, Supplier<Paper> paper) {
        PaperFormat as =
                PaperFormat.of(format).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return print(to ->
                QuarkusTransaction.requiringNew()
                        .timeout((int) config.longest().toSeconds())
                        .call(() -> write(as, marked(paper.get()), to)));
    }

    private Printed print(Function<Path, Printed> writing) {
        if (!seat()) {
            throw new Problem(CommonProblem.TOO_MANY_REQUESTS, config.patience().toSeconds());
        }
        try {
            Path file = Files.createTempFile("paper", ".part");
            boolean done = false;
            try {
                Printed printed = writing.apply(file);
                done = true;
                return printed;
            } finally {
                if (!done) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            desks.release();
        }
    }

    private Paper marked(Paper paper) {
        UUID agency = caller.get().agencyId();
        return training.mark(agency)
                .map(mark -> new Paper(paper.form().marked(mark), paper.rows()))
                .orElse(paper);
    }

    private boolean seat() {
        try {
            return desks.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Rows counted(Rows rows) {
        AtomicInteger count = new AtomicInteger();
        return to ->
                rows.each(row -> {
                    if (count.incrementAndGet() > config.maxRows()) {
                        throw new Problem(DocumentProblem.PRINT_TOO_LONG, config.maxRows());
                    }
                    to.accept(row);
                });
    }

    private Printed write(PaperFormat format, Paper paper, Path file) throws IOException {
        MessageDigest digest = sha256();
        Rows rows = counted(paper.rows());
        try (OutputStream to =
                new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            switch (format) {
                case PDF -> PdfPaper.write(paper.form(), rows, clock.instant(), to);
                case XLSX -> XlsxPaper.write(paper.form(), rows, to);
            }
        }
        return new Printed(
                format, file, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

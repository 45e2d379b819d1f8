package vn.hue.earchive.archive.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Tesseract, where it is installed with the Vietnamese language: recognises one picture at a time
 * in a process of its own, with bounded time, address space and one thread. It is looked for once,
 * at the start: who installs it starts the instance anew.
 */
@ApplicationScoped
class Ocr {

    private static final Logger LOG = Logger.getLogger(Ocr.class);
    private static final String NEEDED = "vie";
    private static final String ALSO = "eng";
    private static final Duration ASK_LIMIT = Duration.ofSeconds(20);
    private static final int MAX_ANSWER_BYTES = 4 << 20;

    private final TextConfig.Ocr config;
    private final Optional<String> languages;

    Ocr(TextConfig config) {
        this.config = config.ocr();
        this.languages = this.config.enabled() ? ask() : Optional.empty();
        languages.ifPresentOrElse(
                known -> LOG.infof("Pictures are recognised languages=%s", known),
                () ->
                        LOG.infof(
                                "Pictures are not recognised here: program=%s with language vie is"
                                        + " missing or switched off",
                                this.config.program()));
    }

    /** Whether pictures can be recognised here. */
    boolean isThere() {
        return languages.isPresent();
    }

    /**
     * The text in a picture.
     *
     * @throws IOException when the program fails or takes too long
     */
    String recognise(Path picture) throws IOException {
        return run(
                config.timeLimit(),
                List.of(
                        // The shell bounds what the program may take, and puts everybody else
                        // first.
                        "/bin/sh",
                        "-c",
                        "ulimit -v \"$0\" && exec nice -n 10 \"$@\"",
                        Long.toString(1024L * config.memoryMb()),
                        config.program(),
                        picture.toString(),
                        "stdout",
                        "-l",
                        languages.orElseThrow(),
                        "--dpi",
                        "300"));
    }

    private Optional<String> ask() {
        if (!Files.isExecutable(Path.of(config.program()))) {
            return Optional.empty();
        }
        try {
            List<String> installed =
                    run(ASK_LIMIT, List.of(config.program(), "--list-langs")).lines().toList();
            if (!installed.contains(NEEDED)) {
                return Optional.empty();
            }
            return Optional.of(installed.contains(ALSO) ? NEEDED + "+" + ALSO : NEEDED);
        } catch (IOException e) {
            LOG.warnf(e, "Tesseract does not answer program=%s", config.program());
            return Optional.empty();
        }
    }

    private static String run(Duration limit, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // The environment of the service holds its credentials.
        builder.environment().clear();
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        FutureTask<byte[]> answer =
                new FutureTask<>(() -> {
                    try (InputStream out = process.getInputStream()) {
                        return out.readNBytes(MAX_ANSWER_BYTES);
                    }
                });
        Thread.ofVirtual().name("ocr-answer").start(answer);
        try {
            byte[] said = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (said.length == MAX_ANSWER_BYTES
                    || !process.waitFor(5, TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw new IOException("the program failed");
            }
            return new String(said, StandardCharsets.UTF_8);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(e.getClass().getSimpleName().toLowerCase(Locale.ROOT), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}

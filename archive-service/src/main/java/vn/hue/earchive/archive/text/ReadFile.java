package vn.hue.earchive.archive.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.events.HoldingText;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.archive.store.FileSlice;
import vn.hue.earchive.archive.text.reader.ReadProblem;
import vn.hue.earchive.archive.text.reader.ReadReply;
import vn.hue.earchive.archive.text.reader.ReadRequest;
import vn.hue.earchive.archive.text.reader.ReaderMain;
import vn.hue.earchive.archive.text.reader.TextFormat;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.kit.apart.ApartProcess;
import vn.hue.earchive.kit.apart.ApartReply;
import vn.hue.earchive.kit.apart.ApartSettings;

/**
 * Reads the text of one file after the other, with a reading process of its own. Whatever a file
 * costs, it ends within its limits and is told by its state. Not for several threads.
 */
final class ReadFile implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReadFile.class);

    private static final String LAYER = "LAYER";
    private static final String OCR = "OCR";

    private final AipStore store;
    private final Ocr ocr;
    private final TextConfig config;
    private final Clock clock;
    private final Path folder;
    private final ApartProcess reader;
    private final ObjectMapper json = new ObjectMapper();

    ReadFile(AipStore store, Ocr ocr, TextConfig config, Clock clock, Path folder) {
        this.store = store;
        this.ocr = ocr;
        this.config = config;
        this.clock = clock;
        this.folder = folder;
        this.reader =
                new ApartProcess(
                        new ApartSettings(
                                ReaderMain.class,
                                List.of(
                                        Long.toString(config.ocr().maxPixels()),
                                        Integer.toString(config.maxPageCharacters())),
                                folder.resolve("reader"),
                                config.heapMb(),
                                config.startLimit(),
                                config.pageLimit()));
    }

    /** Called after each page; may end the work by throwing. */
    interface Heartbeat {
        void beat();
    }

    /** The text of a file and the pages that are to be kept of it. */
    record Read(FileText text, List<HoldingText.Page> pages) {}

    /**
     * Reads a file.
     *
     * @throws ApartBroken when nothing can be read, whatever the file
     * @throws IOException when its bytes cannot be had now
     */
    Read read(FileSlice slice, String mediaType, Heartbeat heartbeat)
            throws ApartBroken, IOException {
        Optional<TextFormat> format = TextFormat.of(mediaType);
        if (format.isEmpty()) {
            return new Read(FileText.without(FileState.UNSUPPORTED), List.of());
        }
        if (slice.length() > config.maxBytes()) {
            return new Read(FileText.without(FileState.TOO_LARGE), List.of());
        }
        Path spool = Files.createTempFile(folder, "file-", ".bin");
        try {
            try (InputStream bytes = store.read(slice, 0, slice.length())) {
                Files.copy(bytes, spool, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            ReadReply opened = ask(ReadRequest.open(spool.toString(), format.get()));
            return opened.problem() == null
                    ? pages(slice.fileId(), opened.pages(), heartbeat)
                    : new Read(FileText.failed(opened.problem()), List.of());
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private Read pages(UUID fileId, int count, Heartbeat heartbeat)
            throws ApartBroken, IOException {
        Instant until = clock.instant().plus(config.fileLimit());
        Path picture = folder.resolve("page.png");
        var pages = new Pages(count);
        try {
            for (int number = 1; number <= count && pages.problem == null; number++) {
                if (number > config.maxPages()) {
                    pages.problem = ReadProblem.TOO_MANY_PAGES;
                } else if (pages.characters >= config.maxCharacters()) {
                    pages.problem = ReadProblem.TOO_MUCH_TEXT;
                } else if (clock.instant().isAfter(until)) {
                    pages.problem = ReadProblem.TIMED_OUT;
                } else {
                    page(fileId, pages, number, picture);
                    heartbeat.beat();
                }
            }
            return pages.read();
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    private void page(UUID fileId, Pages pages, int number, Path picture) throws ApartBroken {
        ReadReply reply = ask(ReadRequest.page(number, picture.toString()));
        if (reply.problem() != null) {
            LOG.debugf(
                    "page not read fileId=%s page=%d problem=%s", fileId, number, reply.problem());
            pages.problem = reply.problem();
            return;
        }
        String layer = clean(reply.text());
        if (!reply.drawn()) {
            pages.add(number, LAYER, layer);
        } else if (!ocr.isThere()) {
            pages.waits = true;
            pages.add(number, LAYER, layer);
        } else {
            recognise(fileId, pages, number, layer, picture);
        }
    }

    private void recognise(UUID fileId, Pages pages, int number, String layer, Path picture) {
        try {
            String seen = clean(ocr.recognise(picture));
            pages.recognised++;
            boolean more = seen.length() > layer.length();
            pages.add(number, more ? OCR : LAYER, more ? seen : layer);
        } catch (IOException e) {
            LOG.debugf(e, "picture not recognised fileId=%s page=%d", fileId, number);
            pages.lost = ReadProblem.OCR_FAILED;
            pages.add(number, LAYER, layer);
        }
    }

    private ReadReply ask(ReadRequest request) throws ApartBroken {
        try {
            return switch (reader.ask(json.writeValueAsString(request))) {
                case ApartReply.Answer(String line) -> json.readValue(line, ReadReply.class);
                case ApartReply.Lost(ApartReply.Cause cause) ->
                        new ReadReply(
                                0,
                                "",
                                false,
                                switch (cause) {
                                    case TIMED_OUT -> ReadProblem.TIMED_OUT;
                                    case OUT_OF_MEMORY -> ReadProblem.OUT_OF_MEMORY;
                                    case ENDED -> ReadProblem.CRASHED;
                                });
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("both ends speak the same JSON", e);
        }
    }

    /** NFC, without control characters: what databases and indices can hold. */
    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Co}\\p{Cs}&&[^\\n\\t]]", " ")
                .replaceAll("[ \\t]+", " ")
                .strip();
    }

    /** What was read so far. */
    private final class Pages {

        private final int count;
        private final List<HoldingText.Page> pages = new ArrayList<>();
        private int read;
        private long characters;
        private int recognised;
        private boolean waits;

        /** Ends the reading. */
        private @Nullable ReadProblem problem;

        /** Leaves a page out. */
        private @Nullable ReadProblem lost;

        Pages(int count) {
            this.count = count;
        }

        void add(int number, String source, String text) {
            read++;
            String kept =
                    text.substring(
                            0, (int) Math.min(text.length(), config.maxCharacters() - characters));
            if (kept.length() < text.length()) {
                problem = ReadProblem.TOO_MUCH_TEXT;
            }
            if (!kept.isBlank()) {
                characters += kept.length();
                pages.add(new HoldingText.Page(number, source, kept));
            }
        }

        Read read() {
            ReadProblem why = problem != null ? problem : lost;
            FileState state;
            if (waits) {
                state = FileState.NO_OCR;
            } else if (characters > 0) {
                state = FileState.TEXT;
            } else {
                state = why == null ? FileState.EMPTY : FileState.FAILED;
            }
            return new Read(
                    new FileText(state, count, read, characters, recognised, why, null), pages);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}

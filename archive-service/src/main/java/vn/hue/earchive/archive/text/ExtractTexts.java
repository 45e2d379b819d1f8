package vn.hue.earchive.archive.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.events.HoldingText;
import vn.hue.earchive.archive.events.HoldingTextExtracted;
import vn.hue.earchive.archive.text.TextQueue.Claim;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Reads the text of the holdings that wait for it, file by file. Objects are written before the
 * rows that name them, rows before the event; a worker that dies leaves nothing that the next one
 * does not find or write again, byte for byte.
 */
@ApplicationScoped
class ExtractTexts {

    private static final Logger LOG = Logger.getLogger(ExtractTexts.class);

    private final TextQueue queue;
    private final Steps steps;
    private final TextBucket bucket;
    private final Ocr ocr;
    private final Event<TextProgress> progress;

    ExtractTexts(
            TextQueue queue,
            Steps steps,
            TextBucket bucket,
            Ocr ocr,
            Event<TextProgress> progress) {
        this.queue = queue;
        this.steps = steps;
        this.bucket = bucket;
        this.ocr = ocr;
        this.progress = progress;
    }

    /** Reads the next holding that is due; false when none is. */
    boolean next(ReadFile reader) {
        Optional<Claim> due = queue.take(ocr.isThere());
        due.ifPresent(claim -> extract(claim, reader));
        return due.isPresent();
    }

    private void extract(Claim claim, ReadFile reader) {
        try {
            ReadHoldings.Told told = steps.holding(claim.holdingId());
            Map<UUID, FileText> known = queue.files(claim.holdingId());
            for (ReadHoldings.Content file : told.media()) {
                // Nobody looks for words in a photo, and what is recognised there is noise.
                if (!known.containsKey(file.slice().fileId())) {
                    queue.settle(
                            claim, file.slice().fileId(), FileText.without(FileState.UNSUPPORTED));
                }
            }
            for (ReadHoldings.Content file : told.documents()) {
                UUID fileId = file.slice().fileId();
                FileText before = known.get(fileId);
                if (before == null || isWorthAnotherLook(before)) {
                    known.put(fileId, read(claim, file, reader));
                    progress.fire(new TextProgress(claim.holdingId(), fileId));
                }
            }
            tell(claim, told, known);
        } catch (TextQueue.ClaimLost e) {
            LOG.infof("text %s", e.getMessage());
        } catch (Problem e) {
            LOG.debugf(e, "text postponed holdingId=%s", claim.holdingId());
            queue.later(claim, e.type().code());
        } catch (ApartBroken e) {
            LOG.errorf(e, "The process that reads texts does not work");
            queue.later(claim, "READER_BROKEN");
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "text postponed holdingId=%s", claim.holdingId());
            queue.later(claim, e.getClass().getSimpleName());
        }
    }

    private boolean isWorthAnotherLook(FileText before) {
        return before.state() == FileState.NO_OCR && ocr.isThere();
    }

    private FileText read(Claim claim, ReadHoldings.Content file, ReadFile reader)
            throws ApartBroken, IOException {
        ReadFile.Read read = reader.read(file.slice(), file.mediaType(), () -> queue.keep(claim));
        FileText text = read.text();
        FileText kept =
                read.pages().isEmpty()
                        ? text
                        : text.at(
                                bucket.put(
                                        claim.agencyId(),
                                        claim.holdingId(),
                                        file.slice().fileId(),
                                        read.pages()));
        queue.settle(claim, file.slice().fileId(), kept);
        return kept;
    }

    private void tell(Claim claim, ReadHoldings.Told told, Map<UUID, FileText> known) {
        List<HoldingText.File> files = new ArrayList<>();
        boolean waits = false;
        for (ReadHoldings.Content file : told.documents()) {
            FileText text = known.get(file.slice().fileId());
            waits |= text != null && text.state() == FileState.NO_OCR;
            FileText.TextObject object = text == null ? null : text.object();
            if (text != null && object != null) {
                files.add(
                        new HoldingText.File(
                                file.slice().fileId(),
                                file.accessMode(),
                                object.key(),
                                object.sha256(),
                                text.characters()));
            }
        }
        FileText.TextObject object =
                files.isEmpty() && claim.version() == 0
                        ? null
                        : bucket.put(
                                claim.agencyId(),
                                new HoldingText(claim.holdingId(), told.holding(), files));
        steps.tell(claim, told, object, waits);
    }

    /** The transactions of the extraction. */
    @ApplicationScoped
    static class Steps {

        private final TextQueue queue;
        private final ReadHoldings holdings;
        private final Journal journal;
        private final Clock clock;

        Steps(TextQueue queue, ReadHoldings holdings, Journal journal, Clock clock) {
            this.queue = queue;
            this.holdings = holdings;
            this.journal = journal;
            this.clock = clock;
        }

        @Transactional
        ReadHoldings.Told holding(UUID holdingId) {
            return holdings.told(holdingId);
        }

        /**
         * @param object null when there is no text and none was told before: nothing is told then
         */
        @Transactional
        void tell(
                Claim claim,
                ReadHoldings.Told told,
                FileText.@Nullable TextObject object,
                boolean waitsForOcr) {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            long version = object == null ? claim.version() : claim.version() + 1;
            queue.done(claim, waitsForOcr, version, at);
            if (object != null) {
                journal.record(
                        new HoldingTextExtracted(
                                told.agencyId(),
                                claim.holdingId(),
                                claim.textId(),
                                version,
                                at,
                                told.submissionId(),
                                told.version(),
                                object.key(),
                                object.sha256()),
                        "text.extract",
                        "holding-text",
                        Map.of("holdingId", claim.holdingId(), "objectSha256", object.sha256()));
            }
        }
    }
}

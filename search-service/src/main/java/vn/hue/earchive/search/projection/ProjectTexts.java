package vn.hue.earchive.search.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.events.HoldingText;
import vn.hue.earchive.archive.events.HoldingTextExtracted;
import vn.hue.earchive.kit.inbox.BatchEventHandler.Rejected;
import vn.hue.earchive.kit.inbox.ReceivedEvent;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.search.index.Entry;
import vn.hue.earchive.search.index.EntryIndex;
import vn.hue.earchive.search.index.HoldingOrder;
import vn.hue.earchive.search.index.Passage;
import vn.hue.earchive.search.index.WriteReport;

/**
 * What the files of a holding say becomes part of its entry. The object that an event names tells
 * the description too, so that the entry is written whole, like that of {@link HoldingProjection},
 * in whatever order the two come. One at a time: an entry with its text is large.
 */
@ApplicationScoped
class ProjectTexts {

    private static final Logger LOG = Logger.getLogger(ProjectTexts.class);

    private final EntryIndex index;
    private final TextObjects objects;
    private final TextConfig config;

    ProjectTexts(EntryIndex index, TextObjects objects, TextConfig config) {
        this.index = index;
        this.objects = objects;
        this.config = config;
    }

    /**
     * Writes the texts that readable facts tell of.
     *
     * @return the facts whose text can never be taken
     * @throws RuntimeException when the bucket or the engine does not answer now
     */
    List<Rejected> project(List<ReceivedEvent> batch) {
        List<Rejected> rejected = new ArrayList<>();
        for (ReceivedEvent event : batch) {
            told(event).ifPresent(fact -> write(event, fact, rejected));
        }
        return rejected;
    }

    /** A fact that cannot be read was rejected with the descriptions. */
    private static Optional<HoldingTextExtracted> told(ReceivedEvent event) {
        try {
            return Facts.ARCHIVE_SERVICE
                    .read(event)
                    .filter(HoldingTextExtracted.class::isInstance)
                    .map(HoldingTextExtracted.class::cast);
        } catch (Facts.PoisonFact e) {
            return Optional.empty();
        }
    }

    private void write(ReceivedEvent event, HoldingTextExtracted fact, List<Rejected> rejected) {
        try {
            for (WriteReport.Refusal refusal : index.write(List.of(entry(fact))).refusals()) {
                rejected.add(new Rejected(event, refusal.reason()));
            }
        } catch (Facts.PoisonFact e) {
            rejected.add(new Rejected(event, String.valueOf(e.getMessage())));
        } catch (ObjectMissing e) {
            // Derived, and gone: the description is found without it until it is told anew.
            LOG.infof("Text is gone eventId=%s", event.envelope().id());
        } catch (IOException e) {
            // The store broke off: the batch comes again.
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(HoldingTextExtracted fact) throws IOException {
        HoldingText said = objects.holding(fact);
        List<Passage> passages = new ArrayList<>();
        long left = config.maxCharacters();
        for (HoldingText.File file : said.files()) {
            if (left <= 0) {
                break;
            }
            for (HoldingText.Page page : objects.pages(file)) {
                String text = page.text().substring(0, (int) Math.min(page.text().length(), left));
                left -= text.length();
                for (String piece : Passages.of(text)) {
                    passages.add(Passage.of(file.accessMode(), file.fileId(), page.page(), piece));
                }
            }
        }
        return HoldingProjection.entry(
                        fact.agencyId(), fact.holdingId(), fact.holdingVersion(), said.holding())
                .saying(HoldingOrder.saying(fact.holdingVersion(), fact.occurredAt()), passages);
    }
}

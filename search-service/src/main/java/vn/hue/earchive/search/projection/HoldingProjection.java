package vn.hue.earchive.search.projection;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.kit.inbox.ReceivedEvent;
import vn.hue.earchive.search.index.Covered;
import vn.hue.earchive.search.index.Entry;
import vn.hue.earchive.search.index.EntryIndex;
import vn.hue.earchive.search.index.EntryKind;
import vn.hue.earchive.search.index.Forms;
import vn.hue.earchive.search.index.HoldingOrder;
import vn.hue.earchive.search.index.Shown;
import vn.hue.earchive.search.text.DocumentNumber;

/**
 * Stored AIPs become entries {@code holding:{id}}. Only facts that carry a description write: an
 * entry that was lifted to the version of {@code aip.replicated.v1} would refuse the description
 * that comes late. What the files say comes in {@link ProjectTexts}.
 */
@Singleton
class HoldingProjection extends EntryProjection {

    private static final String OPEN = "01";

    private final ProjectTexts texts;

    HoldingProjection(EntryIndex index, Projector projector, ProjectTexts texts) {
        super("archive.events", index, projector);
        this.texts = texts;
    }

    /** The descriptions first: they do not wait for a text of the same batch. */
    @Override
    public List<Rejected> handle(List<ReceivedEvent> batch) {
        List<Rejected> rejected = new ArrayList<>(super.handle(batch));
        rejected.addAll(texts.project(batch));
        return rejected;
    }

    @Override
    Optional<Entry> entry(ReceivedEvent event) {
        return Facts.ARCHIVE_SERVICE
                .read(event)
                .filter(AipStored.class::isInstance)
                .map(AipStored.class::cast)
                .map(HoldingProjection::entry);
    }

    static Entry entry(AipStored event) {
        return entry(event.agencyId(), event.holdingId(), event.version(), event.holding())
                .at(HoldingOrder.described(event.version()));
    }

    /** The entry of a holding as it is described in this version of it. */
    static Entry entry(UUID agencyId, UUID holdingId, long version, AipStored.Holding holding) {
        List<AipStored.Document> documents =
                holding.documents().stream()
                        .filter(d -> isAsOpenAs(holding, d.accessMode()))
                        .toList();
        List<AipStored.MediaItem> mediaItems =
                holding.media().stream().filter(m -> isAsOpenAs(holding, m.accessMode())).toList();
        Set<String> numbers = new LinkedHashSet<>();
        numbers.add(DocumentNumber.key(holding.archivalFileCode()));
        documents.forEach(d -> numbers.addAll(DocumentNumber.keys(d.number(), d.notation())));
        return Entry.of(
                EntryKind.HOLDING,
                agencyId,
                Covered.between(holding.startDate(), holding.endDate()),
                numbers,
                Forms.of(texts(holding, documents, mediaItems)),
                new Shown(
                        holdingId,
                        holding.title(),
                        holding.archivalFileCode(),
                        holding.startDate(),
                        holding.endDate(),
                        null,
                        null,
                        null,
                        null,
                        holding.accessMode(),
                        version));
    }

    /** A holding is not found by what only some of its readers may know. */
    private static boolean isAsOpenAs(AipStored.Holding holding, String accessMode) {
        return !holding.accessMode().equals(OPEN) || accessMode.equals(OPEN);
    }

    private static List<@Nullable String> texts(
            AipStored.Holding holding,
            List<AipStored.Document> documents,
            List<AipStored.MediaItem> mediaItems) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(holding.title());
        texts.add(holding.archivalFileCode());
        texts.add(holding.keywords());
        texts.add(holding.description());
        for (AipStored.Document document : documents) {
            texts.add(document.subject());
            texts.add(DocumentNumber.written(document.number(), document.notation()));
            texts.add(document.issuerName());
        }
        for (AipStored.MediaItem item : mediaItems) {
            texts.add(item.title());
            texts.add(item.eventName());
            texts.add(item.author());
            texts.add(item.place());
        }
        return texts;
    }
}

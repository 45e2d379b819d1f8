package vn.hue.earchive.search.projection;

import java.util.List;
import java.util.Optional;
import vn.hue.earchive.kit.inbox.BatchEventHandler;
import vn.hue.earchive.kit.inbox.ReceivedEvent;
import vn.hue.earchive.search.index.Entry;
import vn.hue.earchive.search.index.EntryIndex;

/** Takes one topic's facts into the index of entries. */
abstract class EntryProjection implements BatchEventHandler {

    private final String topic;
    private final EntryIndex index;
    private final Projector projector;

    EntryProjection(String topic, EntryIndex index, Projector projector) {
        this.topic = topic;
        this.index = index;
        this.projector = projector;
    }

    /**
     * The entry that a fact makes; empty when it makes none. A pure function.
     *
     * @throws RuntimeException when the event can never be projected
     */
    abstract Optional<Entry> entry(ReceivedEvent event);

    @Override
    public final String topic() {
        return topic;
    }

    @Override
    public final String generation() {
        return index.generation();
    }

    @Override
    public List<Rejected> handle(List<ReceivedEvent> batch) {
        return projector.project(
                topic, batch, this::entry, Entry::entryId, Entry::version, index::write);
    }
}

package vn.hue.earchive.search.projection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.hue.earchive.document.events.AgencyRegistered;
import vn.hue.earchive.kit.inbox.BatchEventHandler;
import vn.hue.earchive.kit.inbox.ReceivedEvent;
import vn.hue.earchive.search.index.AgencyEntry;
import vn.hue.earchive.search.index.AgencyIndex;

/** Agencies keep their current code and name, under which an answer shows them. */
@Singleton
class AgencyProjection implements BatchEventHandler {

    private final AgencyIndex index;
    private final Projector projector;

    AgencyProjection(AgencyIndex index, Projector projector) {
        this.index = index;
        this.projector = projector;
    }

    @Override
    public String topic() {
        return "agency.events";
    }

    @Override
    public String generation() {
        return index.generation();
    }

    @Override
    public List<Rejected> handle(List<ReceivedEvent> batch) {
        return projector.project(
                topic(),
                batch,
                AgencyProjection::entry,
                agency -> agency.agencyId().toString(),
                AgencyEntry::version,
                index::write);
    }

    private static Optional<AgencyEntry> entry(ReceivedEvent event) {
        return Facts.DOCUMENT_SERVICE
                .read(event)
                .filter(AgencyRegistered.class::isInstance)
                .map(AgencyRegistered.class::cast)
                .map(agency ->
                        new AgencyEntry(
                                agency.version(),
                                agency.agencyId(),
                                new AgencyEntry.Names(agency.code(), agency.name())));
    }
}

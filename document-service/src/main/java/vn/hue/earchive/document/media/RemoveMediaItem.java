package vn.hue.earchive.document.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.HoldMedia;
import vn.hue.earchive.kit.rest.ETags;

/** Takes a photo or recording out of an open dossier. */
@ApplicationScoped
class RemoveMediaItem {

    private final HoldMedia dossiers;
    private final MediaItems items;
    private final Clock clock;

    RemoveMediaItem(HoldMedia dossiers, MediaItems items, Clock clock) {
        this.dossiers = dossiers;
        this.items = items;
        this.clock = clock;
    }

    /** The version of the dossier afterwards. */
    @Transactional
    long remove(UUID dossierId, UUID itemId, @Nullable String ifMatch) {
        HoldMedia.Place dossier = dossiers.locked(dossierId);
        MediaItem item = items.require(dossierId, itemId);
        ETags.check(ifMatch, dossiers.version(dossierId));
        dossiers.requireOpen(dossier);
        item.remove(clock.instant());
        items.flush();
        items.closeUp(dossierId, item.ordinal());
        dossiers.removed(dossierId, Map.of("itemId", itemId.toString()));
        return dossiers.version(dossierId);
    }
}

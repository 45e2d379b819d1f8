package vn.hue.earchive.archive.aip;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the intake found while the bytes streamed by.
 *
 * @param formats by file id; every file of the dossier has one
 * @param events in the order in which they happened
 */
public record AipChecks(Map<UUID, FormatId> formats, List<PremisEvent> events) {

    public AipChecks {
        formats = Map.copyOf(formats);
        events = List.copyOf(events);
    }
}

package vn.hue.earchive.document.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The full state of an agency, told whenever it changes. Consumers: archive-service,
 * search-service.
 *
 * @param code agency e-identifier, at most 35 characters, dotted, for example {@code H57.21}
 * @param provisional true while the code is not confirmed by the city's table
 * @param training true for an agency whose data is for training only
 */
public record AgencyRegistered(
        UUID agencyId,
        long version,
        Instant occurredAt,
        String code,
        String name,
        @Nullable UUID parentId,
        boolean provisional,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean training)
        implements DocumentServiceEvent {

    @Override
    public UUID aggregateId() {
        return agencyId;
    }

    @Override
    public String topic() {
        return "agency.events";
    }
}

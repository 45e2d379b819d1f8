package vn.hue.earchive.document.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agency as everybody in the suite may see it.
 *
 * @param watermark what everything made from its data shows; absent for a real agency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgencyView(
        UUID id,
        String code,
        String name,
        @Nullable UUID parentId,
        boolean provisional,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean training,
        @Nullable String watermark,
        long version,
        List<String> allowedActions) {

    static AgencyView of(Agency agency, List<String> allowedActions) {
        AgencyDetails d = agency.details();
        return new AgencyView(
                agency.id(),
                d.code(),
                d.name(),
                d.parentId(),
                d.provisional(),
                d.validFrom(),
                d.validTo(),
                d.isTraining(),
                d.isTraining() ? Agencies.TRAINING_MARK : null,
                agency.version(),
                allowedActions);
    }
}

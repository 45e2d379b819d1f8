package vn.hue.earchive.document.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dossier that a person still answers for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenWorkItem(
        UUID dossierId,
        String fileCode,
        String title,
        String state,
        int documentCount,
        @Nullable LocalDate dueOn) {}

package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A status message as we send it: what became of a document that another agency sent (QCVN
 * 102:2016, domain reference 6).
 *
 * @param description in words for people
 * @param timestamp when it became so
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StatusEdxml(
        OutgoingEdxml.Organ from,
        OutgoingEdxml.Answered responseFor,
        OutgoingEdxml.@Nullable Staff staff,
        StatusCode status,
        String description,
        Instant timestamp) {}

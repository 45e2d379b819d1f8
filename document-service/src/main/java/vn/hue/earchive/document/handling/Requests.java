package vn.hue.earchive.document.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each act on an incoming document asks for. */
final class Requests {

    private Requests() {}

    /**
     * Puts it before a leader.
     *
     * @param leader who decides on it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Submit(
            @NotBlank @Size(max = 200) String leader, @Size(max = 2000) @Nullable String note) {}

    /**
     * The leader's decision.
     *
     * @param leadUnit the unit that answers for the work (đơn vị chủ trì)
     * @param assignee a person of that unit
     * @param coUnits units that take part (đơn vị phối hợp)
     * @param direction the leader's words (ý kiến chỉ đạo)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Assign(
            @NotBlank @Size(max = 200) String leadUnit,
            @Size(max = 200) @Nullable String assignee,
            @Size(max = 50) @Valid @Nullable List<@NotNull Part> coUnits,
            @Nullable LocalDate dueDate,
            @Size(max = 2000) @Nullable String direction) {}

    /** A unit that takes part, and perhaps its person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(@NotBlank @Size(max = 200) String unit, @Size(max = 200) @Nullable String person) {}

    /** An act that needs no words. */
    enum Nothing {
        INSTANCE
    }

    /** An opinion. */
    record Comment(@NotBlank @Size(max = 2000) String text) {}

    /** Another day until which it is to be solved. */
    record Due(@NotNull LocalDate dueDate, @NotBlank @Size(max = 500) String reason) {}

    /** A co-unit has done its part. */
    record Report(
            @NotBlank @Size(max = 200) String unit, @NotBlank @Size(max = 2000) String text) {}

    /**
     * The work is done.
     *
     * @param answerId the issued outgoing document that answers it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Complete(@NotBlank @Size(max = 2000) String result, @Nullable UUID answerId) {}

    /** Why it goes back, is recalled or is taken up again. */
    record Reason(@NotBlank @Size(max = 500) String reason) {}
}

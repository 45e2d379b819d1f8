package vn.hue.earchive.document.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for number and date; an empty body takes the next number and today.
 *
 * @param numberId a reserved number to use
 * @param issuedDate with a reserved number only: from the day it was taken to today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NumberRequest(@Nullable UUID numberId, @Nullable LocalDate issuedDate) {}

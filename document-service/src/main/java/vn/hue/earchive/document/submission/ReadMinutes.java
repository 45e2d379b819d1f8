package vn.hue.earchive.document.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Minutes of hand-overs, for the interface and for whoever prints them. */
@ApplicationScoped
public class ReadMinutes {

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Actions actions;

    ReadMinutes(EntityManager entities, ObjectMapper json, Actions actions) {
        this.entities = entities;
        this.json = json;
        this.actions = actions;
    }

    /**
     * The minutes of a submission; empty while the archive has not decided on every dossier, and
     * when it returned all. To be called in a transaction.
     */
    public Optional<HandOverMinutes> of(UUID submissionId) {
        return Optional.ofNullable(entities.find(Minutes.class, submissionId)).map(this::view);
    }

    /**
     * @throws Problem NOT_FOUND
     */
    Minutes require(UUID submissionId) {
        return found(entities.find(Minutes.class, submissionId));
    }

    Minutes locked(UUID submissionId) {
        return found(entities.find(Minutes.class, submissionId, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Minutes found(@Nullable Minutes minutes) {
        if (minutes == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return minutes;
    }

    HandOverMinutes view(Minutes minutes) {
        Submission submission = entities.find(Submission.class, minutes.submissionId());
        List<String> open = new ArrayList<>();
        if (minutes.delivery() == null) {
            open.add("confirmDelivery");
        }
        if (minutes.receipt() == null) {
            open.add("confirmReceipt");
        }
        return new HandOverMinutes(
                minutes.complete() ? "CONFIRMED" : "WAITING",
                minutes.madeAt(),
                minutes.contentSha256(),
                content(minutes),
                minutes.delivery(),
                minutes.receipt(),
                submission.confirmDueOn(),
                minutes.version(),
                actions.allowed(open.toArray(String[]::new)));
    }

    private MinutesContent content(Minutes minutes) {
        try {
            return json.readValue(minutes.content(), MinutesContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Minutes cannot be read", e);
        }
    }
}

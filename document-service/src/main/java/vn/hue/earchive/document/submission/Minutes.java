package vn.hue.earchive.document.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.handover.SeparationOfDuties.Act;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.problem.Problem;

/** Minutes of a hand-over with the confirmations of both sides, in either order. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "hand_over_minutes")
class Minutes {

    @Id private UUID submissionId;
    private UUID agencyId;
    private Instant madeAt;
    private String content;
    private String contentSha256;
    private @Nullable Instant deliveredAt;
    private @Nullable String deliveredBy;
    private @Nullable String deliverer;
    private @Nullable String delivererRoles;
    private @Nullable Instant receivedAt;
    private @Nullable String receivedBy;
    private @Nullable String receiver;
    private @Nullable String receiverRoles;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Minutes() {}

    Minutes(
            UUID submissionId,
            UUID agencyId,
            Instant madeAt,
            String content,
            String contentSha256) {
        this.submissionId = submissionId;
        this.agencyId = agencyId;
        this.madeAt = madeAt;
        this.content = content;
        this.contentSha256 = contentSha256;
        this.version = 1;
    }

    /**
     * @throws Problem SIDE_CONFIRMED
     */
    void confirmDelivery(Caller by, Instant at) {
        if (deliveredAt != null) {
            throw new Problem(DocumentProblem.SIDE_CONFIRMED, String.valueOf(deliveredBy));
        }
        deliveredAt = at;
        deliveredBy = by.username();
        deliverer = by.subject();
        delivererRoles = roles(by);
        version++;
    }

    /**
     * @throws Problem SIDE_CONFIRMED
     */
    void confirmReceipt(Caller by, Instant at) {
        if (receivedAt != null) {
            throw new Problem(DocumentProblem.SIDE_CONFIRMED, String.valueOf(receivedBy));
        }
        receivedAt = at;
        receivedBy = by.username();
        receiver = by.subject();
        receiverRoles = roles(by);
        version++;
    }

    private static String roles(Caller by) {
        return by.roles().stream().map(Role::token).sorted().collect(Collectors.joining(" "));
    }

    /** Act → subject of the person who did it. */
    Map<Act, String> done(@Nullable String submitter) {
        Map<Act, String> done = new EnumMap<>(Act.class);
        if (submitter != null) {
            done.put(Act.SUBMIT, submitter);
        }
        if (deliverer != null) {
            done.put(Act.CONFIRM_DELIVERY, deliverer);
        }
        if (receiver != null) {
            done.put(Act.CONFIRM_RECEIPT, receiver);
        }
        return done;
    }

    boolean complete() {
        return deliveredAt != null && receivedAt != null;
    }

    UUID submissionId() {
        return submissionId;
    }

    UUID agencyId() {
        return agencyId;
    }

    Instant madeAt() {
        return madeAt;
    }

    String content() {
        return content;
    }

    String contentSha256() {
        return contentSha256;
    }

    long version() {
        return version;
    }

    HandOverMinutes.@Nullable Confirmation delivery() {
        return confirmation(deliveredBy, delivererRoles, deliveredAt);
    }

    HandOverMinutes.@Nullable Confirmation receipt() {
        return confirmation(receivedBy, receiverRoles, receivedAt);
    }

    private static HandOverMinutes.@Nullable Confirmation confirmation(
            @Nullable String by, @Nullable String roles, @Nullable Instant at) {
        return by == null || roles == null || at == null
                ? null
                : new HandOverMinutes.Confirmation(by, roles, at);
    }
}

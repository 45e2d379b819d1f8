package vn.hue.earchive.document.incoming;

import java.util.UUID;

/**
 * CDI event, fired synchronously in the transaction that brings an incoming document into a state.
 * An observer that throws undoes the change.
 *
 * @param state ARRIVED, VERIFIED, REGISTERED, SUBMITTED_TO_LEADER, ASSIGNED, IN_PROGRESS,
 *     COMPLETED, FILED, RETURNED or RECALLED (domain reference 4.1)
 */
public record IncomingStateChanged(UUID documentId, UUID agencyId, String state) {}

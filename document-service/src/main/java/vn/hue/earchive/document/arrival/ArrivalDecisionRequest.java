package vn.hue.earchive.document.arrival;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk decides about an arrival that is not registered.
 *
 * @param reason demanded unless it is merged; at most 500 characters; the sender of an edXML
 *     message reads it
 * @param documentId the registered incoming document that a merged arrival goes into
 */
record ArrivalDecisionRequest(@Nullable String reason, @Nullable UUID documentId) {}

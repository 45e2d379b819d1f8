package vn.hue.earchive.document.outgoing;

import java.util.UUID;

/**
 * CDI event, fired synchronously in the transaction that issues an outgoing document with at least
 * one recipient that has an agency e-identifier. An observer that throws undoes the issue.
 */
public record DocumentIssued(UUID documentId, UUID agencyId) {}

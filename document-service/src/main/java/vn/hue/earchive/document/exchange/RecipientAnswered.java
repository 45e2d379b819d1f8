package vn.hue.earchive.document.exchange;

import java.util.UUID;

/**
 * CDI event, fired synchronously in the transaction that notes what a recipient told of an issued
 * document.
 *
 * @param organKey the recipient's present e-identifier
 * @param status StatusCode of QCVN 102:2016
 */
public record RecipientAnswered(UUID documentId, UUID agencyId, String organKey, String status) {}

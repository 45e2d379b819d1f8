package vn.hue.earchive.document.events;

import java.util.UUID;

/**
 * A fact about a dossier; carries the dossier's full description, so that a consumer may skip older
 * ones.
 */
public sealed interface DossierEvent extends DocumentServiceEvent
        permits DossierOpened,
                DossierDescribed,
                DossierDocumentFiled,
                DossierDocumentRemoved,
                DossierClosed,
                DossierReopened,
                DossierSubmitted,
                DossierHandedOver,
                DossierSentBack {

    DossierDescription dossier();

    @Override
    default UUID aggregateId() {
        return dossier().dossierId();
    }

    @Override
    default String topic() {
        return "dossier.events";
    }
}

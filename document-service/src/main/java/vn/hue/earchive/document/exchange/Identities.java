package vn.hue.earchive.document.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.hue.earchive.document.edxml.OrganAliases;
import vn.hue.earchive.document.edxml.OutgoingEdxml.Organ;
import vn.hue.earchive.document.organisation.Agencies;

/** Agencies as messages name them. To be called in a transaction. */
@ApplicationScoped
class Identities {

    private final Agencies agencies;
    private final OrganAliases aliases;
    private final ExchangeConfig config;

    Identities(Agencies agencies, OrganAliases aliases, ExchangeConfig config) {
        this.agencies = agencies;
        this.aliases = aliases;
        this.config = config;
    }

    /** One of our agencies as a sender. */
    Organ own(UUID agencyId) {
        Agencies.Identity agency = agencies.require(agencyId);
        return new Organ(written(agency.code()), agency.name());
    }

    /**
     * As the bus wants it: the present identifier, or the former one where the bus knows only it.
     */
    String written(String organId) {
        return config.formerIdentifiers() ? aliases.former(organId).orElse(organId) : organId;
    }

    /** See {@link OrganAliases#documentKey}. */
    String documentKey(String documentId) {
        return aliases.documentKey(documentId);
    }

    String present(String organId) {
        return aliases.present(organId);
    }
}

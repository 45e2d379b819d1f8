package vn.hue.earchive.document.accessrule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What people decided, the newest of each thing counting. */
@ApplicationScoped
public class AccessChoices implements PanacheRepositoryBase<AccessChoice, UUID> {

    /** By document; the choice about the dossier itself under the dossier's own id. */
    public Map<UUID, AccessChoice> of(UUID dossierId) {
        Map<UUID, AccessChoice> newest = new HashMap<>();
        for (AccessChoice choice : find("dossierId = ?1 order by id", dossierId).list()) {
            UUID about = choice.documentId();
            newest.put(about == null ? dossierId : about, choice);
        }
        return newest;
    }
}

package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.kit.problem.Problem;

/** What a dossier keeps of its photos and recordings: that it may take them, and how many. */
@ApplicationScoped
public class HoldMedia {

    private final Dossiers dossiers;
    private final ChangeDossier change;

    HoldMedia(Dossiers dossiers, ChangeDossier change) {
        this.dossiers = dossiers;
        this.change = change;
    }

    /** A dossier as it was locked. */
    public record Place(UUID id, UUID agencyId, int mediaCount, boolean hasPaper) {}

    /**
     * @throws Problem NOT_FOUND
     */
    public void requireThere(UUID id) {
        dossiers.require(id);
    }

    /**
     * Locks the dossier until the transaction ends.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Place locked(UUID id) {
        Dossier dossier = dossiers.locked(id);
        return new Place(
                id,
                dossier.agencyId(),
                dossier.mediaCount(),
                dossier.described().medium().hasPaper());
    }

    /**
     * @throws Problem DOSSIER_STATE_FORBIDS
     */
    public void requireOpen(Place dossier) {
        dossiers.require(dossier.id()).require(Command.FILE);
    }

    public long version(UUID id) {
        return dossiers.require(id).version();
    }

    /** One more; the dossier begins with its earliest item. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void added(UUID id, LocalDate takenOn, Map<String, String> details) {
        tell(id, "addMediaItem", dossier -> dossier.mediaAdded(takenOn), details);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void removed(UUID id, Map<String, String> details) {
        tell(id, "removeMediaItem", Dossier::mediaRemoved, details);
    }

    private void tell(
            UUID id, String operation, Consumer<Dossier> how, Map<String, String> details) {
        change.apply(
                operation,
                dossiers.require(id),
                dossier -> {
                    how.accept(dossier);
                    return new DossierDescribed(
                            dossier.agencyId(),
                            dossier.version(),
                            change.clock().instant(),
                            dossier.description());
                },
                details);
    }
}

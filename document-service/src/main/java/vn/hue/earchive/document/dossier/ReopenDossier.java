package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.DossierReopened;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;

/** Opens a closed or returned dossier again; the reason stays in event and audit trail. */
@ApplicationScoped
class ReopenDossier {

    private final ChangeDossier change;
    private final Validation validation;

    ReopenDossier(ChangeDossier change, Validation validation) {
        this.change = change;
        this.validation = validation;
    }

    @Transactional
    Answer<DossierView> once(
            UUID id,
            @Nullable ReopenDossierRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "reopenDossier",
                id,
                ifMatch,
                key,
                request == null ? Map.of() : request,
                dossier -> {
                    validation.of(request).raise();
                    String reason = VietnameseText.clean(Objects.requireNonNull(request).reason());
                    dossier.reopen();
                    return new DossierReopened(
                            dossier.agencyId(),
                            dossier.version(),
                            change.clock().instant(),
                            dossier.description(),
                            Objects.requireNonNull(reason));
                });
    }
}

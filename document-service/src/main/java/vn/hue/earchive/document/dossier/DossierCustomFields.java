package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomField.Subject;
import vn.hue.earchive.document.customfield.CustomFields;
import vn.hue.earchive.document.customfield.CustomValuesRequest;
import vn.hue.earchive.document.customfield.CustomValuesView;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.rest.ETags;

/** Values of a dossier in the agency's own fields; changed while it is open. */
@ApplicationScoped
class DossierCustomFields {

    private final Dossiers dossiers;
    private final CustomFields fields;
    private final ChangeDossier change;
    private final Validation validation;

    DossierCustomFields(
            Dossiers dossiers, CustomFields fields, ChangeDossier change, Validation validation) {
        this.dossiers = dossiers;
        this.fields = fields;
        this.change = change;
        this.validation = validation;
    }

    /** Values with the version of the dossier. */
    record Seen(CustomValuesView view, long version) {}

    @Transactional
    Seen read(UUID id) {
        return seen(dossiers.require(id));
    }

    @Transactional
    Seen replace(UUID id, @Nullable CustomValuesRequest given, @Nullable String ifMatch) {
        Dossier dossier = dossiers.locked(id);
        ETags.check(ifMatch, dossier.version());
        Findings findings = validation.of(given);
        CustomValuesRequest request = Objects.requireNonNull(given);
        findings.raise();
        Map<String, String> before = fields.values(id);
        Map<String, String> after =
                fields.judge(
                        dossier.agencyId(),
                        Subject.DOSSIER,
                        null,
                        request.values(),
                        "/values",
                        findings);
        findings.raise();
        change.apply(
                "changeDossierCustomFields",
                dossier,
                d -> {
                    d.amend(d.described());
                    fields.replace(d.agencyId(), Subject.DOSSIER, id, after);
                    return new DossierDescribed(
                            d.agencyId(), d.version(), change.clock().instant(), d.description());
                },
                Map.of("before", before, "after", after));
        return seen(dossier);
    }

    private Seen seen(Dossier dossier) {
        return new Seen(
                new CustomValuesView(
                        fields.values(dossier.id()),
                        fields.of(dossier.agencyId(), Subject.DOSSIER, null)),
                dossier.version());
    }
}

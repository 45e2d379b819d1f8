package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.hue.earchive.archive.agreement.Agreement;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;

/** The checks of {@link CheckDossier}, all of them, without a decision: nothing is kept. */
@ApplicationScoped
class PreviewDossier {

    private final CheckDescription descriptions;
    private final ObjectStore working;
    private final VirusScanner scanner;
    private final FormatIdentifier formats;
    private final FileLooks looks;
    private final Clock clock;

    PreviewDossier(
            CheckDescription descriptions,
            ObjectStores stores,
            VirusScanner scanner,
            FormatIdentifier formats,
            FileLooks looks,
            Clock clock) {
        this.descriptions = descriptions;
        this.working = stores.store("working");
        this.scanner = scanner;
        this.formats = formats;
        this.looks = looks;
        this.clock = clock;
    }

    /** The report that the dossier would get now. */
    DossierReport run(
            SubmissionManifest.Dossier dossier,
            AipDescription.Party agency,
            Agreement agreement,
            UUID submissionId,
            boolean inCustody) {
        List<Finding> description =
                descriptions.check(
                        dossier,
                        CheckDescription.describe(
                                dossier, agency, Ids.next(), submissionId, clock.instant()),
                        clock.instant(),
                        inCustody);
        try (var inspection =
                new DossierInspection(
                        dossier,
                        description,
                        DossierPlan.checkOrdinals(dossier),
                        working,
                        scanner,
                        formats,
                        looks,
                        agreement,
                        new PreservationEvents(clock.instant(), submissionId),
                        passed -> {},
                        passed -> "")) {
            return inspection.inspectRest();
        }
    }
}

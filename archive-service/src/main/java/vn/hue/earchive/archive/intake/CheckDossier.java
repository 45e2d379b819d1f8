package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.hue.earchive.archive.agreement.Agreements;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.FileMismatch;
import vn.hue.earchive.archive.custody.CopiesPolicy;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.archive.store.StoredAip;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Journey steps "receive" and "preserve" for one dossier: checks everything, and either makes the
 * package and takes custody or returns the dossier with all reasons.
 *
 * <p>The order of the steps makes a crash harmless: the package is durable before custody is taken
 * (a repeated attempt finds it complete and does not read the files again), its report is stored
 * before the package is completed, and the decision is one transaction.
 */
@ApplicationScoped
class CheckDossier {

    private final DossierSteps steps;
    private final ReadManifest manifests;
    private final ObjectStore working;
    private final VirusScanner scanner;
    private final FormatIdentifier formats;
    private final FileLooks looks;
    private final Agreements agreements;
    private final CheckDescription descriptions;
    private final AipStore store;
    private final CopiesPolicy copies;
    private final DecisionRecord decision;
    private final ReturnPapers returns;
    private final Event<IntakeProgress> progress;

    CheckDossier(
            DossierSteps steps,
            ReadManifest manifests,
            ObjectStores stores,
            VirusScanner scanner,
            FormatIdentifier formats,
            FileLooks looks,
            Agreements agreements,
            CheckDescription descriptions,
            AipStore store,
            CopiesPolicy copies,
            DecisionRecord decision,
            ReturnPapers returns,
            Event<IntakeProgress> progress) {
        this.steps = steps;
        this.manifests = manifests;
        this.working = stores.store("working");
        this.scanner = scanner;
        this.formats = formats;
        this.looks = looks;
        this.agreements = agreements;
        this.descriptions = descriptions;
        this.store = store;
        this.copies = copies;
        this.decision = decision;
        this.returns = returns;
        this.progress = progress;
    }

    /**
     * Decides over one dossier.
     *
     * @return the state it came to
     * @throws ManifestRefused when the manifest is not what was submitted
     * @throws Problem when something around the intake is down: to be tried again
     * @throws LeaseLost when another worker has it now; nothing was changed then
     */
    IntakeState run(IntakeQueue.Claim claim) {
        tell(claim, IntakeProgress.Step.CLAIMED);
        Optional<Intake> unread = steps.manifestToRead(claim);
        if (unread.isPresent()) {
            steps.unpack(claim, manifests.read(unread.get()));
        }
        DossierWork work = steps.load(claim);
        tell(claim, IntakeProgress.Step.MANIFEST_READ);

        List<Finding> description =
                descriptions.check(
                        work.dossier(), describe(work), work.submittedAt(), work.inCustody());
        List<Finding> ordinals = DossierPlan.checkOrdinals(work.dossier());
        try (var inspection = inspection(work, description, ordinals)) {
            boolean refused =
                    description.stream().anyMatch(Finding::refuses)
                            || ordinals.stream().anyMatch(Finding::refuses);
            return refused ? giveBack(work, inspection.inspectRest()) : preserve(work, inspection);
        }
    }

    private DossierInspection inspection(
            DossierWork work, List<Finding> description, List<Finding> ordinals) {
        return new DossierInspection(
                work.dossier(),
                description,
                ordinals,
                working,
                scanner,
                formats,
                looks,
                agreements.inForce(work.agencyId()),
                new PreservationEvents(work.packageCreatedAt(), work.claim().submissionId()),
                passed -> {
                    steps.passed(work.claim(), passed);
                    tell(work.claim(), IntakeProgress.Step.CHECKED);
                },
                passed -> decision.of(work, passed, describe(work).arcFileCode()));
    }

    private IntakeState preserve(DossierWork work, DossierInspection inspection) {
        AipDescription description = describe(work);
        StoredAip aip;
        try {
            aip =
                    store.write(
                            description,
                            inspection,
                            copies.wanted(work.dossier().description().retention().code()));
        } catch (DossierRefused e) {
            return giveBack(work, inspection.inspectRest());
        } catch (FileMismatch | BytesRefused e) {
            DossierReport report = inspection.inspectRest();
            if (!report.refuses()) {
                throw new Problem(IntakeTrouble.DAMAGED_IN_TRANSIT).causedBy(e);
            }
            return giveBack(work, report);
        }
        tell(work.claim(), IntakeProgress.Step.PRESERVED);
        // The files are not read again when an earlier attempt came as far as the store.
        DossierReport report =
                Optional.ofNullable(inspection.report())
                        .orElseGet(() -> Objects.requireNonNull(work.earlierReport()));
        steps.accept(work, report, aip, description.arcFileCode());
        tell(work.claim(), IntakeProgress.Step.DECIDED);
        return new IntakeState.Accepted(work.packageCreatedAt());
    }

    private IntakeState giveBack(DossierWork work, DossierReport report) {
        ReturnPapers.Returned returned = returns.keep(work, report);
        tell(work.claim(), IntakeProgress.Step.PRESERVED);
        steps.giveBack(work, returned);
        tell(work.claim(), IntakeProgress.Step.DECIDED);
        return new IntakeState.Returned(work.packageCreatedAt());
    }

    /**
     * The package of a dossier for the archive of its own agency (lưu trữ hiện hành): the agency is
     * maker and keeper; for its open fonds the fonds code is the agency's code (domain.md 2.7).
     */
    private static AipDescription describe(DossierWork work) {
        return CheckDescription.describe(
                work.dossier(),
                new AipDescription.Party(work.agencyCode(), work.agencyName()),
                work.packageId(),
                work.claim().submissionId(),
                work.packageCreatedAt());
    }

    private void tell(IntakeQueue.Claim claim, IntakeProgress.Step step) {
        progress.fire(new IntakeProgress(claim.dossierId(), step));
    }
}

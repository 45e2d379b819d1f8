package vn.hue.earchive.document.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.Dossiers;
import vn.hue.earchive.document.events.DossierSubmitted;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.period.StatutoryPeriods;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.submission.PrepareSubmission.Prepared;
import vn.hue.earchive.document.training.TrainingAgencies;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Hands closed dossiers over to the agency archive: objects first, then one transaction that moves
 * every dossier, or none, and tells the archive where the manifest lies.
 */
@ApplicationScoped
class SubmitDossiers {

    private final PrepareSubmission prepare;
    private final Commit commit;

    SubmitDossiers(PrepareSubmission prepare, Commit commit) {
        this.prepare = prepare;
        this.commit = commit;
    }

    Answer<SubmissionView> once(@Nullable SubmitDossiersRequest request, @Nullable String key) {
        Supplier<Prepared> prepared = prepared(request);
        return commit.once(request, key, prepared);
    }

    /**
     * What preparing found is thrown only when the key turns out to be new: a repetition is
     * answered as the first time although its dossiers are not closed any more.
     */
    private Supplier<Prepared> prepared(@Nullable SubmitDossiersRequest request) {
        try {
            Prepared ready = prepare.prepare(request);
            return () -> ready;
        } catch (Problem refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    /** The transaction. */
    @ApplicationScoped
    static class Commit {

        private final Dossiers dossiers;
        private final Submissions submissions;
        private final Uploads uploads;
        private final Validation validation;
        private final Idempotency idempotency;
        private final Journal journal;
        private final ObjectStore bucket;
        private final CurrentCaller caller;
        private final StatutoryPeriods periods;
        private final TrainingAgencies training;
        private final Audit audit;

        Commit(
                Dossiers dossiers,
                Submissions submissions,
                Uploads uploads,
                Validation validation,
                Idempotency idempotency,
                Journal journal,
                @WorkingBucket ObjectStore bucket,
                CurrentCaller caller,
                StatutoryPeriods periods,
                TrainingAgencies training,
                Audit audit) {
            this.dossiers = dossiers;
            this.submissions = submissions;
            this.uploads = uploads;
            this.validation = validation;
            this.idempotency = idempotency;
            this.journal = journal;
            this.bucket = bucket;
            this.caller = caller;
            this.periods = periods;
            this.training = training;
            this.audit = audit;
        }

        @Transactional
        Answer<SubmissionView> once(
                @Nullable SubmitDossiersRequest request,
                @Nullable String key,
                Supplier<Prepared> prepared) {
            return idempotency.once(
                    "submitDossiers",
                    key,
                    request == null ? Map.of() : request,
                    SubmissionView.class,
                    () -> {
                        Submission submission =
                                submit(
                                        prepared.get(),
                                        Objects.requireNonNull(request).dossierIds());
                        return new Answer<>(
                                201,
                                "/v1/submissions/" + submission.id(),
                                ETags.header(submission.version()),
                                submissions.view(submission));
                    });
        }

        private Submission submit(Prepared ready, List<UUID> order) {
            Caller by = caller.get();
            Instant at = ready.at();
            for (Dossier dossier : dossiers.locked(order)) {
                if (!Objects.equals(ready.versions().get(dossier.id()), dossier.version())) {
                    throw new Problem(
                            DocumentProblem.DOSSIER_CHANGED_MEANWHILE, dossier.fileCode());
                }
                dossier.submit(ready.submissionId());
                journal.record(
                        new DossierSubmitted(
                                by.agencyId(),
                                dossier.version(),
                                at,
                                dossier.description(),
                                ready.submissionId()),
                        "submitDossiers",
                        "dossier",
                        Map.of("submissionId", ready.submissionId().toString()));
            }
            claim(ready);
            Submission submission =
                    new Submission(
                            ready.submissionId(),
                            by,
                            at,
                            ready.manifest(),
                            periods.require(StatutoryPeriods.CONFIRM).lastDay(LegalDate.of(at)));
            submissions.persistAndFlush(submission);
            int position = 0;
            for (UUID id : order) {
                SubmissionItem item =
                        new SubmissionItem(submission.id(), id, by.agencyId(), ++position);
                SubmissionManifest.Resubmission what = ready.resubmitted().get(id);
                if (what != null) {
                    item.resubmits(what);
                }
                submissions.getEntityManager().persist(item);
            }
            submissions.flush();
            ready.traces().forEach(submissions.getEntityManager()::persist);
            tell(submission, ready, order, by);
            return submission;
        }

        /** From here on the staged objects belong to the submission and do not expire. */
        private void claim(Prepared ready) {
            List<UUID> staged =
                    Stream.concat(
                                    ready.traces().stream().map(ProcessTrace::id),
                                    Stream.of(ready.manifest().id()))
                            .toList();
            uploads.claim(staged, validation.begin(), i -> "/dossierIds");
        }

        /**
         * The one place where a hand-over leaves this service. That of an agency for training stays
         * inside: no archive hears of it, {@link PracticeArchive} answers.
         */
        private void tell(Submission submission, Prepared ready, List<UUID> order, Caller by) {
            Upload manifest = ready.manifest();
            Map<String, Object> details =
                    Map.of("dossiers", order.size(), "manifestSha256", manifest.sha256());
            if (training.isTraining(by.agencyId())) {
                audit.append(
                        by.agencyId(),
                        "practiseSubmission",
                        "submission",
                        submission.id(),
                        submission.version(),
                        details);
                return;
            }
            journal.record(
                    new SubmissionSubmitted(
                            by.agencyId(),
                            submission.version(),
                            ready.at(),
                            submission.id(),
                            order,
                            bucket.bucket(),
                            manifest.objectKey(),
                            manifest.sha256(),
                            manifest.size()),
                    "submitDossiers",
                    "submission",
                    details);
        }
    }
}

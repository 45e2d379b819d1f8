package vn.hue.earchive.document.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.AgencyRegistered;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/** Enters an agency or corrects its attributes; the same details again change nothing. */
@ApplicationScoped
class RegisterAgency {

    private final Agencies agencies;
    private final Validation validation;
    private final Journal journal;
    private final Clock clock;

    RegisterAgency(Agencies agencies, Validation validation, Journal journal, Clock clock) {
        this.agencies = agencies;
        this.validation = validation;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of it: {@code created} tells 201 from 200. */
    record Outcome(Agency agency, boolean created) {}

    @Transactional
    Outcome put(UUID id, @Nullable AgencyDetails given, @Nullable String ifMatch) {
        Findings findings = validation.of(given);
        AgencyDetails details = clean(Objects.requireNonNull(given));
        findings.addUnless(
                details.validTo() == null
                        || details.validFrom() == null
                        || !details.validTo().isBefore(details.validFrom()),
                "/validTo",
                "BEFORE_START");
        findings.addUnless(
                details.parentId() == null || agencies.findById(details.parentId()) != null,
                "/parentId",
                "UNKNOWN_AGENCY");
        findings.raise();
        agencies.byCode(details.code())
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> {
                    throw new Problem(
                            DocumentProblem.AGENCY_CODE_TAKEN, details.code(), other.name());
                });
        Agency agency = agencies.findById(id);
        boolean created = agency == null;
        if (agency == null) {
            agency = new Agency(id);
        } else if (!agency.details().equals(details)) {
            ETags.check(ifMatch, agency.version());
        }
        if (!created && agency.details().isTraining() != details.isTraining()) {
            findings.add("/training", "TRAINING_IS_FIXED").raise();
        }
        if (agency.describe(details)) {
            agencies.persist(agency);
            tell(agency);
        }
        return new Outcome(agency, created);
    }

    private static AgencyDetails clean(AgencyDetails given) {
        String name = VietnameseText.clean(given.name());
        return new AgencyDetails(
                given.code(),
                name == null ? "" : name,
                given.parentId(),
                given.provisional(),
                given.validFrom(),
                given.validTo(),
                given.isTraining());
    }

    private void tell(Agency agency) {
        AgencyDetails d = agency.details();
        journal.record(
                new AgencyRegistered(
                        agency.id(),
                        agency.version(),
                        clock.instant(),
                        d.code(),
                        d.name(),
                        d.parentId(),
                        d.provisional(),
                        d.validFrom(),
                        d.validTo(),
                        d.isTraining()),
                "registerAgency",
                "agency",
                Map.of("code", d.code()));
    }
}

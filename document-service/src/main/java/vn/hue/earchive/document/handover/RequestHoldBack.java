package vn.hue.earchive.document.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.Dossier;
import vn.hue.earchive.document.dossier.DossierState;
import vn.hue.earchive.document.dossier.Dossiers;
import vn.hue.earchive.document.period.StatutoryPeriod;
import vn.hue.earchive.document.period.StatutoryPeriods;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/** A unit asks to keep closed dossiers beyond their due date (Decree 30/2020 Art 31.3d). */
@ApplicationScoped
class RequestHoldBack {

    private final HoldBacks requests;
    private final Dossiers dossiers;
    private final StatutoryPeriods periods;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    RequestHoldBack(
            HoldBacks requests,
            Dossiers dossiers,
            StatutoryPeriods periods,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.requests = requests;
        this.dossiers = dossiers;
        this.periods = periods;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<HoldBackView> once(@Nullable HoldBackRequest request, @Nullable String key) {
        return idempotency.once(
                "requestHoldBack",
                key,
                request == null ? Map.of() : request,
                HoldBackView.class,
                () -> {
                    HoldBack made = request(request);
                    return new Answer<>(
                            201,
                            "/v1/hold-backs/" + made.id(),
                            ETags.header(made.version()),
                            requests.view(made));
                });
    }

    private HoldBack request(@Nullable HoldBackRequest given) {
        Findings findings = validation.of(given);
        findings.raise();
        HoldBackRequest request = Objects.requireNonNull(given);
        List<UUID> ids = request.dossierIds();
        StatutoryPeriod longest = periods.require(StatutoryPeriods.HOLD_BACK);
        Map<UUID, Dossier> known =
                dossiers.locked(ids).stream()
                        .collect(Collectors.toMap(Dossier::id, Function.identity()));
        checkList(ids, known, findings);
        findings.raise();
        for (UUID id : ids) {
            checkState(Objects.requireNonNull(known.get(id)));
        }
        refuseWhatWaits(ids, known);
        for (UUID id : ids) {
            checkUntil(request.until(), Objects.requireNonNull(known.get(id)), longest, findings);
        }
        findings.raise();
        return keep(request, known, longest);
    }

    private static void checkList(List<UUID> ids, Map<UUID, Dossier> known, Findings findings) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String pointer = "/dossierIds/" + i;
            findings.addUnless(seen.add(ids.get(i)), pointer, "SAME_DOSSIER_TWICE");
            findings.addUnless(known.containsKey(ids.get(i)), pointer, "UNKNOWN_DOSSIER");
        }
    }

    private static void checkState(Dossier dossier) {
        if (!dossier.state().allows(DossierState.Command.HOLD_BACK)) {
            throw new Problem(
                    DocumentProblem.DOSSIER_STATE_FORBIDS,
                    dossier.fileCode(),
                    dossier.state().code(),
                    DossierState.Command.HOLD_BACK.name());
        }
    }

    private void refuseWhatWaits(List<UUID> ids, Map<UUID, Dossier> known) {
        requests.waiting(ids).stream()
                .findFirst()
                .ifPresent(id -> {
                    throw new Problem(
                            DocumentProblem.HOLD_BACK_WAITS,
                            Objects.requireNonNull(known.get(id)).fileCode());
                });
    }

    private void checkUntil(
            LocalDate until, Dossier dossier, StatutoryPeriod longest, Findings findings) {
        LocalDate due = dueOn(dossier);
        LocalDate last = longest.lastDay(due);
        findings.addUnless(
                until.isAfter(due) && until.isAfter(LegalDate.today(clock)),
                "/until",
                "HELD_NO_LONGER",
                dossier.fileCode(),
                due.toString());
        findings.addUnless(
                !until.isAfter(last),
                "/until",
                "HELD_TOO_LONG",
                dossier.fileCode(),
                last.toString(),
                longest.legalBasis());
    }

    private HoldBack keep(
            HoldBackRequest request, Map<UUID, Dossier> known, StatutoryPeriod longest) {
        Caller by = caller.get();
        HoldBack made =
                new HoldBack(
                        Ids.next(),
                        by,
                        Objects.requireNonNull(VietnameseText.clean(request.reason())),
                        request.until(),
                        longest.legalBasis(),
                        clock.instant());
        requests.persistAndFlush(made);
        int position = 0;
        for (UUID id : request.dossierIds()) {
            Dossier dossier = Objects.requireNonNull(known.get(id));
            requests.getEntityManager()
                    .persist(new HoldBackItem(made, id, ++position, dueOn(dossier)));
        }
        audit.append(
                by.agencyId(),
                "requestHoldBack",
                "hold-back",
                made.id(),
                made.version(),
                Map.of("dossiers", position, "until", request.until().toString()));
        return made;
    }

    private static LocalDate dueOn(Dossier dossier) {
        return Objects.requireNonNull(dossier.lawfulDueOn());
    }
}

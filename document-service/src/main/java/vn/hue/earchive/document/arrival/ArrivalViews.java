package vn.hue.earchive.document.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.arrival.ArrivalSource.State;
import vn.hue.earchive.document.arrival.ArrivalSource.Step;
import vn.hue.earchive.document.duplicate.Duplicate;
import vn.hue.earchive.document.duplicate.FindDuplicates;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.period.StatutoryPeriod;
import vn.hue.earchive.document.period.StatutoryPeriods;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.kit.time.LegalDate;

/** Arrivals as their reader sees them, with what the registers have that is alike. */
@ApplicationScoped
class ArrivalViews {

    private static final Map<Step, String> OPERATIONS =
            new EnumMap<>(
                    Map.of(
                            Step.REGISTER, "registerArrival",
                            Step.RETURN, "returnArrival",
                            Step.DISMISS, "dismissArrival",
                            Step.MERGE, "mergeArrival"));

    private final FindDuplicates duplicates;
    private final StatutoryPeriods periods;
    private final Actions actions;
    private final Clock clock;

    ArrivalViews(
            FindDuplicates duplicates, StatutoryPeriods periods, Actions actions, Clock clock) {
        this.duplicates = duplicates;
        this.periods = periods;
        this.actions = actions;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ArrivalView of(OnDesk arrival) {
        return of(List.of(arrival)).getFirst();
    }

    /** The period of the law is read once for the whole page. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<ArrivalView> of(List<OnDesk> arrivals) {
        StatutoryPeriod period = periods.require(StatutoryPeriods.REGISTER);
        return arrivals.stream().map(arrival -> view(arrival, period)).toList();
    }

    private ArrivalView view(OnDesk arrival, StatutoryPeriod period) {
        OnDesk.Decided decided =
                Objects.requireNonNullElse(
                        arrival.decided(), new OnDesk.Decided(null, null, null, null));
        LocalDate due = period.lastDay(LegalDate.of(arrival.receivedAt()));
        boolean waits = arrival.state() == State.WAITING;
        return new ArrivalView(
                arrival.id(),
                arrival.source().name(),
                arrival.state().name(),
                arrival.sender(),
                arrival.proposal(),
                arrival.problems(),
                waits ? duplicates.views(alike(arrival)) : List.of(),
                arrival.receivedAt(),
                arrival.receivedBy(),
                due,
                waits && LegalDate.today(clock).isAfter(due),
                decided.documentId(),
                decided.at(),
                decided.by(),
                decided.reason(),
                allowed(arrival));
    }

    private List<Duplicate> alike(OnDesk arrival) {
        Proposal proposal = arrival.proposal();
        String number = proposal.number();
        String notation = proposal.notation();
        Optional<DocumentNumber> read =
                number == null || notation == null
                        ? Optional.empty()
                        : DocumentNumber.of(number, notation);
        String issuer = proposal.issuerName();
        return duplicates.of(
                arrival.agencyId(),
                new FindDuplicates.Wanted(
                        read.map(DocumentNumber::key).orElse(null),
                        issuer == null ? null : VietnameseText.fold(issuer),
                        proposal.issuedDate(),
                        proposal.files().stream().map(Proposal.File::sha256).toList()));
    }

    private List<String> allowed(OnDesk arrival) {
        List<String> operations = new ArrayList<>();
        for (Step step : Step.values()) {
            if (arrival.may().contains(step)) {
                operations.add(OPERATIONS.get(step));
            }
        }
        return actions.allowed(operations.toArray(String[]::new));
    }
}

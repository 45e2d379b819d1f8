package vn.hue.earchive.document.dossier;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link DossierState} as its columns hold it. */
record StoredState(
        String code,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate handOverDueOn,
        @Nullable UUID submissionId) {

    static StoredState of(DossierState state) {
        return switch (state) {
            case DossierState.Open o ->
                    new StoredState(state.code(), o.openedOn(), null, null, null);
            case DossierState.Closed c ->
                    new StoredState(
                            state.code(), c.openedOn(), c.closedOn(), c.handOverDueOn(), null);
            case DossierState.Submitted s ->
                    new StoredState(
                            state.code(),
                            s.openedOn(),
                            s.closedOn(),
                            s.handOverDueOn(),
                            s.submissionId());
            case DossierState.Returned r ->
                    new StoredState(
                            state.code(),
                            r.openedOn(),
                            r.closedOn(),
                            r.handOverDueOn(),
                            r.submissionId());
            case DossierState.InAgencyArchive a ->
                    new StoredState(
                            state.code(),
                            a.openedOn(),
                            a.closedOn(),
                            a.handOverDueOn(),
                            a.submissionId());
        };
    }

    DossierState read() {
        return switch (code) {
            case "OPEN" -> new DossierState.Open(openedOn);
            case "CLOSED" -> new DossierState.Closed(openedOn, closed(), due());
            case "SUBMITTED" -> new DossierState.Submitted(openedOn, closed(), due(), submission());
            case "RETURNED" -> new DossierState.Returned(openedOn, closed(), due(), submission());
            case "IN_AGENCY_ARCHIVE" ->
                    new DossierState.InAgencyArchive(openedOn, closed(), due(), submission());
            default -> throw new IllegalStateException("state " + code);
        };
    }

    private LocalDate closed() {
        return Objects.requireNonNull(closedOn);
    }

    private LocalDate due() {
        return Objects.requireNonNull(handOverDueOn);
    }

    private UUID submission() {
        return Objects.requireNonNull(submissionId);
    }
}

package vn.hue.earchive.document.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.time.LegalDate;

/** Versions of rule sets as their reader sees them, with what this reader may do now. */
@ApplicationScoped
class ScheduleViews {

    private final Actions actions;
    private final CurrentCaller caller;
    private final Clock clock;

    ScheduleViews(Actions actions, CurrentCaller caller, Clock clock) {
        this.actions = actions;
        this.caller = caller;
        this.clock = clock;
    }

    RetentionScheduleView of(RetentionSchedule schedule) {
        boolean open =
                switch (schedule.state()) {
                    case ScheduleState.Sample s -> true;
                    case ScheduleState.Draft d -> true;
                    case ScheduleState.Approved a -> false;
                    case ScheduleState.Superseded s -> false;
                };
        boolean may =
                open
                        && ApproveSchedule.competent(schedule, caller.get())
                        && !caller.get().subject().equals(schedule.importedSubject());
        return schedule.view(
                LegalDate.today(clock),
                may ? actions.allowed("approveRetentionSchedule") : List.of());
    }
}

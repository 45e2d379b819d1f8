package vn.hue.earchive.document.dossierlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * What every change of a dossier list has in common: a repetition answers as the first did, the
 * list is locked, the version that the person saw is compared, and an audit entry is left in the
 * same transaction.
 */
@ApplicationScoped
class ChangeDossierList {

    private final DossierLists lists;
    private final DossierListViews views;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    ChangeDossierList(
            DossierLists lists,
            DossierListViews views,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.lists = lists;
        this.views = views;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param body what must be the same in a repetition
     * @param change changes the list; answers what the audit trail keeps besides
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Answer<DossierListView> once(
            String operation,
            UUID listId,
            @Nullable String ifMatch,
            @Nullable String key,
            Object body,
            Function<DossierList, Map<String, ?>> change) {
        return idempotency.once(
                operation,
                key,
                Map.of("listId", listId, "body", body),
                DossierListView.class,
                () -> {
                    DossierList list = lists.locked(listId);
                    ETags.check(ifMatch, list.version());
                    audit(operation, list, change.apply(list));
                    return new Answer<>(200, null, ETags.header(list.version()), views.of(list));
                });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void audit(String operation, DossierList list, Map<String, ?> details) {
        audit.append(
                list.agencyId(), operation, "dossier-list", list.id(), list.version(), details);
    }

    DossierList.Act act() {
        Caller by = caller.get();
        return new DossierList.Act(by.subject(), by.username(), clock.instant());
    }

    UUID agencyId() {
        return caller.get().agencyId();
    }

    LocalDate today() {
        return LegalDate.today(clock);
    }
}

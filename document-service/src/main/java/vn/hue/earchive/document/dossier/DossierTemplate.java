package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.accessrule.AccessJudgement;
import vn.hue.earchive.document.accessrule.AccessRules;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.customfield.CustomField;
import vn.hue.earchive.document.customfield.CustomFieldView;
import vn.hue.earchive.document.customfield.CustomFields;
import vn.hue.earchive.document.dossierlist.DossierListItem;
import vn.hue.earchive.document.dossierlist.DossierLists;
import vn.hue.earchive.document.events.Retention;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/** A dossier before anybody has typed: what the line and the rules say, and what is left. */
@ApplicationScoped
class DossierTemplate {

    private static final Map<String, String> LINKS =
            Map.of(
                    "languages", "/v1/code-lists/" + CodeLists.LANGUAGE,
                    "accessMode", "/v1/code-lists/" + CodeLists.MODE,
                    "retentionRuleCode", "/v1/retention-rules");

    private final DossierLists lists;
    private final AccessRules access;
    private final CustomFields fields;
    private final CurrentCaller caller;
    private final Clock clock;

    DossierTemplate(
            DossierLists lists,
            AccessRules access,
            CustomFields fields,
            CurrentCaller caller,
            Clock clock) {
        this.lists = lists;
        this.access = access;
        this.fields = fields;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A dossier to fill in.
     *
     * @param fields the body of the opening, to be posted once what is required is filled in
     * @param required pointers into the body
     * @param retention that it gets from its line; absent when it is opened ad hoc
     * @param access what the access rules say of its title
     * @param codeLists by field
     * @param customFields the agency's own fields of dossiers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            OpenDossierRequest fields,
            List<String> required,
            @Nullable Retention retention,
            AccessJudgement access,
            Map<String, String> codeLists,
            List<CustomFieldView> customFields) {}

    /**
     * @throws Problem INVALID_PARAMETER for a line that is not of a list in use
     */
    @Transactional
    View of(@Nullable UUID listItemId) {
        Caller by = caller.get();
        DossierListItem line =
                listItemId == null
                        ? null
                        : lists.item(listItemId)
                                .filter(DossierLists.PlannedDossier::inUse)
                                .map(DossierLists.PlannedDossier::item)
                                .orElseThrow(() ->
                                        new Problem(
                                                CommonProblem.INVALID_PARAMETER,
                                                "dossierListItemId"));
        AccessJudgement judged =
                line == null
                        ? AccessJudgement.OPEN
                        : access.of(by.agencyId())
                                .judge(
                                        new AccessJudgement.Subject(
                                                line.title(), null, line.retention().ruleCode()));
        List<CustomFieldView> own = fields.of(by.agencyId(), CustomField.Subject.DOSSIER, null);
        List<String> required =
                new ArrayList<>(
                        line == null
                                ? List.of("/notation", "/title", "/retentionRuleCode")
                                : List.of());
        own.stream()
                .filter(CustomFieldView::required)
                .forEach(field -> required.add("/custom/" + field.key()));
        return new View(
                new OpenDossierRequest(
                        listItemId,
                        line == null ? LegalDate.today(clock).getYear() : null,
                        null,
                        line == null ? null : line.title(),
                        null,
                        null,
                        null,
                        judged.accessMode(),
                        List.of("01"),
                        LegalDate.today(clock),
                        null,
                        null,
                        null,
                        line == null || line.maker() == null ? by.username() : line.maker(),
                        Medium.DIGITAL.name(),
                        null,
                        null,
                        null,
                        Map.of()),
                required,
                line == null ? null : line.retention().toEvent(),
                judged,
                LINKS,
                own);
    }
}

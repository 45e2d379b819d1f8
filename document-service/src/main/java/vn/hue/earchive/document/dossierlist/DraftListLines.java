package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossierlist.DossierListState.Command;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Enters, changes and takes out lines while a list is a draft. Several units enter lines at the
 * same time, so If-Match is compared there only when it is given.
 */
@ApplicationScoped
class DraftListLines {

    private static final Set<String> FIELDS =
            Set.of("notation", "title", "retentionRuleCode", "maker", "note");

    private final DossierLists lists;
    private final ListLines lines;
    private final ChangeDossierList change;
    private final Validation validation;
    private final Idempotency idempotency;
    private final DossierListViews views;

    DraftListLines(
            DossierLists lists,
            ListLines lines,
            ChangeDossierList change,
            Validation validation,
            Idempotency idempotency,
            DossierListViews views) {
        this.lists = lists;
        this.lines = lines;
        this.change = change;
        this.validation = validation;
        this.idempotency = idempotency;
        this.views = views;
    }

    @Transactional
    Answer<DossierListItemView> add(
            UUID listId,
            @Nullable GivenLine given,
            @Nullable String ifMatch,
            @Nullable String key) {
        return idempotency.once(
                "addDossierListItem",
                key,
                Map.of("listId", listId, "body", given == null ? Map.of() : given),
                DossierListItemView.class,
                () -> {
                    DossierList list = lists.locked(listId);
                    if (ifMatch != null) {
                        ETags.check(ifMatch, list.version());
                    }
                    list.require(Command.DRAFT_LINES);
                    if (given == null) {
                        throw new Problem(CommonProblem.MALFORMED_REQUEST);
                    }
                    DossierListItem item = enter(list, given);
                    return new Answer<>(
                            201,
                            "/v1/dossier-lists/" + listId + "/items",
                            ETags.header(list.version()),
                            item.view());
                });
    }

    private DossierListItem enter(DossierList list, GivenLine given) {
        Findings findings = validation.begin();
        List<DossierListItem> there = lists.items(list.id());
        findings.addUnless(
                there.size() < ListLines.MAX,
                "/items",
                "TOO_MANY_LINES",
                String.valueOf(ListLines.MAX));
        DossierListItem.Line line =
                lines.judge(findings, "", ListLines.notations(there), given).orElse(null);
        findings.raise();
        DossierListItem item =
                new DossierListItem(
                        Ids.next(),
                        list.agencyId(),
                        list.id(),
                        there.isEmpty() ? 1 : there.getLast().position() + 1,
                        Objects.requireNonNull(line));
        lists.getEntityManager().persist(item);
        list.drafted(change.act(), 1);
        change.audit("addDossierListItem", list, Map.of("notation", item.notation()));
        return item;
    }

    /** Changes a line by a merge patch. */
    @Transactional
    DossierListItemView amend(
            UUID listId, UUID itemId, @Nullable JsonNode patch, @Nullable String ifMatch) {
        DossierList list = lists.locked(listId);
        DossierListItem item = lists.requireItem(listId, itemId);
        if (patch == null || !patch.isObject()) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST);
        }
        ETags.check(ifMatch, list.version());
        list.require(Command.DRAFT_LINES);
        Findings findings = validation.begin();
        patch.fieldNames()
                .forEachRemaining(name ->
                        findings.addUnless(FIELDS.contains(name), "/" + name, "UNKNOWN_FIELD"));
        Set<String> others = ListLines.notations(lists.items(listId));
        others.remove(item.notation());
        DossierListItem.Line now = item.line();
        GivenLine wanted =
                new GivenLine(
                        text(patch, "notation", now.notation()),
                        text(patch, "title", now.title()),
                        text(patch, "retentionRuleCode", now.retention().ruleCode()),
                        text(patch, "maker", now.maker()),
                        text(patch, "note", now.note()));
        lines.judge(findings, "", others, wanted)
                .ifPresent(line -> {
                    findings.raise();
                    item.say(line);
                });
        findings.raise();
        list.drafted(change.act(), 0);
        change.audit("changeDossierListItem", list, Map.of("itemId", itemId.toString()));
        return item.view();
    }

    private static @Nullable String text(JsonNode patch, String name, @Nullable String now) {
        JsonNode value = patch.get(name);
        return value == null ? now : value.isNull() ? null : value.asText();
    }

    @Transactional
    DossierListView remove(UUID listId, UUID itemId, @Nullable String ifMatch) {
        DossierList list = lists.locked(listId);
        DossierListItem item = lists.requireItem(listId, itemId);
        ETags.check(ifMatch, list.version());
        list.require(Command.DRAFT_LINES);
        lists.getEntityManager().remove(item);
        list.drafted(change.act(), -1);
        change.audit("removeDossierListItem", list, Map.of("notation", item.notation()));
        return views.of(list);
    }
}

package vn.hue.earchive.document.dossierlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.DossierNotation;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionRules;
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

/** Enters the approved dossier list of a year; each line gets the period of its rule. */
@ApplicationScoped
class CreateDossierList {

    private final DossierLists lists;
    private final RetentionRules rules;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    CreateDossierList(
            DossierLists lists,
            RetentionRules rules,
            Validation validation,
            Idempotency idempotency,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.lists = lists;
        this.rules = rules;
        this.validation = validation;
        this.idempotency = idempotency;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<DossierListView> once(@Nullable CreateDossierListRequest request, @Nullable String key) {
        return idempotency.once(
                "createDossierList",
                key,
                request == null ? Map.of() : request,
                DossierListView.class,
                () -> {
                    DossierList list = create(request);
                    return new Answer<>(
                            201,
                            "/v1/dossier-lists/" + list.id(),
                            ETags.header(list.version()),
                            list.view());
                });
    }

    private DossierList create(@Nullable CreateDossierListRequest given) {
        Findings findings = validation.of(given);
        CreateDossierListRequest request = Objects.requireNonNull(given);
        Caller by = caller.get();
        UUID id = Ids.next();
        List<DossierListItem> items =
                request.items() == null ? List.of() : items(request, id, by, findings);
        findings.raise();
        int year = request.year();
        if (lists.ofYear(year).isPresent()) {
            throw new Problem(DocumentProblem.DOSSIER_LIST_EXISTS, String.valueOf(year));
        }
        String title = VietnameseText.clean(request.title());
        DossierList list =
                new DossierList(
                        id,
                        by.agencyId(),
                        year,
                        title == null ? "Danh mục hồ sơ năm " + year : title,
                        VietnameseText.clean(request.approvalReference()),
                        clock.instant(),
                        by.username());
        lists.persist(list);
        lists.flush();
        items.forEach(lists.getEntityManager()::persist);
        audit.append(
                by.agencyId(),
                "createDossierList",
                "dossier-list",
                id,
                1,
                Map.of("year", year, "items", items.size()));
        return list;
    }

    private List<DossierListItem> items(
            CreateDossierListRequest request, UUID listId, Caller by, Findings findings) {
        List<DossierListItem> items = new ArrayList<>();
        Set<String> notations = new HashSet<>();
        for (int i = 0; i < request.items().size(); i++) {
            CreateDossierListRequest.Item given = request.items().get(i);
            if (given == null) {
                continue;
            }
            String at = "/items/" + i;
            String notation = VietnameseText.clean(given.notation());
            String title = VietnameseText.clean(given.title());
            Optional<FixedRetention> retention =
                    Optional.ofNullable(given.retentionRuleCode()).flatMap(rules::fix);
            if (given.retentionRuleCode() != null && retention.isEmpty()) {
                findings.add(
                        at + "/retentionRuleCode",
                        "UNKNOWN_RETENTION_RULE",
                        given.retentionRuleCode());
            }
            if (notation == null || title == null || retention.isEmpty()) {
                continue;
            }
            findings.addUnless(
                    DossierNotation.isWellFormed(notation), at + "/notation", "NOTATION_FORMAT");
            findings.addUnless(
                    notations.add(notation), at + "/notation", "DUPLICATE_CODE", notation);
            items.add(
                    new DossierListItem(
                            Ids.next(),
                            by.agencyId(),
                            listId,
                            i + 1,
                            notation,
                            title,
                            VietnameseText.clean(given.maker()),
                            VietnameseText.clean(given.note()),
                            retention.get()));
        }
        return items;
    }
}

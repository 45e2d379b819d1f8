package vn.hue.earchive.document.dossierlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.rest.ETags;

/** Begins the dossier list of a year as a draft, with or without its first lines. */
@ApplicationScoped
class CreateDossierList {

    private final DossierLists lists;
    private final ListLines lines;
    private final ChangeDossierList change;
    private final DossierListViews views;
    private final Validation validation;
    private final Idempotency idempotency;

    CreateDossierList(
            DossierLists lists,
            ListLines lines,
            ChangeDossierList change,
            DossierListViews views,
            Validation validation,
            Idempotency idempotency) {
        this.lists = lists;
        this.lines = lines;
        this.change = change;
        this.views = views;
        this.validation = validation;
        this.idempotency = idempotency;
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
                            views.of(list));
                });
    }

    private DossierList create(@Nullable CreateDossierListRequest given) {
        Findings findings = validation.of(given);
        CreateDossierListRequest request = Objects.requireNonNull(given);
        List<DossierListItem.Line> good = new ArrayList<>();
        Set<String> notations = new HashSet<>();
        List<GivenLine> items = request.items() == null ? List.of() : request.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) != null) {
                lines.judge(findings, "/items/" + i, notations, items.get(i)).ifPresent(good::add);
            }
        }
        findings.raise();
        return begin(
                "createDossierList",
                request.year(),
                VietnameseText.clean(request.title()),
                null,
                good);
    }

    /**
     * A draft with these lines.
     *
     * @throws vn.hue.earchive.kit.problem.Problem DOSSIER_LIST_EXISTS also when another draft of
     *     the year was begun at the same moment
     */
    DossierList begin(
            String operation,
            int year,
            @Nullable String title,
            @Nullable UUID copiedFrom,
            List<DossierListItem.Line> good) {
        UUID id = Ids.next();
        DossierList list =
                new DossierList(
                        id,
                        change.agencyId(),
                        year,
                        title == null ? "Danh mục hồ sơ năm " + year : title,
                        copiedFrom,
                        change.act());
        list.beginWith(good.size());
        lists.add(list);
        int position = 0;
        for (DossierListItem.Line line : good) {
            lists.getEntityManager()
                    .persist(
                            new DossierListItem(Ids.next(), list.agencyId(), id, ++position, line));
        }
        change.audit(operation, list, Map.of("year", year, "items", good.size()));
        return list;
    }
}

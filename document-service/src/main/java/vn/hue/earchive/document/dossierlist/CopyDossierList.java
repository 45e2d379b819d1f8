package vn.hue.earchive.document.dossierlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.scheme.CarryPlacings;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Copies a list forward to another year as a draft. Each line gets the period that its rule has in
 * the schedule in force now; the year in a title moves with the list.
 */
@ApplicationScoped
class CopyDossierList {

    private final DossierLists lists;
    private final CreateDossierList create;
    private final RetentionRules rules;
    private final CarryPlacings places;
    private final DossierListViews views;
    private final Validation validation;
    private final Idempotency idempotency;

    CopyDossierList(
            DossierLists lists,
            CreateDossierList create,
            RetentionRules rules,
            CarryPlacings places,
            DossierListViews views,
            Validation validation,
            Idempotency idempotency) {
        this.lists = lists;
        this.create = create;
        this.rules = rules;
        this.places = places;
        this.views = views;
        this.validation = validation;
        this.idempotency = idempotency;
    }

    @Transactional
    Answer<DossierListCopyView> once(
            UUID sourceId, @Nullable CopyDossierListRequest request, @Nullable String key) {
        return idempotency.once(
                "copyDossierList",
                key,
                Map.of("listId", sourceId, "body", request == null ? Map.of() : request),
                DossierListCopyView.class,
                () -> {
                    DossierListCopyView copy = copy(lists.require(sourceId), request);
                    return new Answer<>(
                            201,
                            "/v1/dossier-lists/" + copy.list().id(),
                            ETags.header(copy.list().version()),
                            copy);
                });
    }

    private DossierListCopyView copy(DossierList source, @Nullable CopyDossierListRequest given) {
        CopyDossierListRequest request =
                given == null ? new CopyDossierListRequest(null, null) : given;
        Findings findings = validation.of(request);
        findings.raise();
        int year = request.year() == null ? source.year() + 1 : request.year();
        List<DossierListItem.Line> lines = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (DossierListItem item : lists.items(source.id())) {
            FixedRetention before = item.retention();
            Optional<FixedRetention> now = rules.fix(before.ruleCode());
            if (now.isEmpty()) {
                missing.add(item.notation());
            } else if (!now.get().saysTheSame(before)) {
                changed.add(item.notation());
            }
            DossierListItem.Line line = item.line();
            lines.add(
                    new DossierListItem.Line(
                            line.notation(),
                            inYear(line.title(), source.year(), year),
                            line.maker(),
                            line.note(),
                            now.orElse(before)));
        }
        DossierList list =
                create.begin(
                        "copyDossierList",
                        year,
                        VietnameseText.clean(request.title()),
                        source.id(),
                        lines);
        List<String> unplaced =
                places.carry(
                        list.agencyId(),
                        new CarryPlacings.OfYear(source.id(), source.year()),
                        new CarryPlacings.OfYear(list.id(), year));
        return new DossierListCopyView(views.of(list), changed, missing, unplaced);
    }

    /** {@code … năm 2026} becomes {@code … năm 2027}; other numbers stay. */
    static String inYear(String title, int from, int to) {
        return title.replaceAll("(?<!\\d)" + from + "(?!\\d)", String.valueOf(to));
    }
}

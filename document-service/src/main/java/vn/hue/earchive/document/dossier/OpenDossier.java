package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.customfield.CustomField;
import vn.hue.earchive.document.customfield.CustomFields;
import vn.hue.earchive.document.dossierlist.DossierListItem;
import vn.hue.earchive.document.dossierlist.DossierLists;
import vn.hue.earchive.document.events.DossierOpened;
import vn.hue.earchive.document.numbering.DossierNotation;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.suggestion.DecideSuggestion;
import vn.hue.earchive.document.suggestion.Precedents;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/** Opens a dossier from a line of the list, or ad hoc (Decree 30/2020 Art 29.2). */
@ApplicationScoped
class OpenDossier {

    private final Dossiers dossiers;
    private final DossierLists lists;
    private final RetentionRules rules;
    private final Agencies agencies;
    private final CodeLists codes;
    private final CustomFields fields;
    private final Precedents precedents;
    private final DecideSuggestion suggestions;
    private final Validation validation;
    private final DossierViews views;
    private final Idempotency idempotency;
    private final Journal journal;
    private final CurrentCaller caller;
    private final Clock clock;

    OpenDossier(
            Dossiers dossiers,
            DossierLists lists,
            RetentionRules rules,
            Agencies agencies,
            CodeLists codes,
            CustomFields fields,
            Precedents precedents,
            DecideSuggestion suggestions,
            Validation validation,
            DossierViews views,
            Idempotency idempotency,
            Journal journal,
            CurrentCaller caller,
            Clock clock) {
        this.dossiers = dossiers;
        this.lists = lists;
        this.rules = rules;
        this.agencies = agencies;
        this.codes = codes;
        this.fields = fields;
        this.precedents = precedents;
        this.suggestions = suggestions;
        this.validation = validation;
        this.views = views;
        this.idempotency = idempotency;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<DossierView> once(@Nullable OpenDossierRequest request, @Nullable String key) {
        return idempotency.once(
                "openDossier",
                key,
                request == null ? Map.of() : request,
                DossierView.class,
                () -> {
                    Dossier dossier = open(request);
                    return new Answer<>(
                            201,
                            "/v1/dossiers/" + dossier.id(),
                            ETags.header(dossier.version()),
                            views.of(dossier));
                });
    }

    private Dossier open(@Nullable OpenDossierRequest given) {
        Findings findings = validation.of(given);
        OpenDossierRequest request = Objects.requireNonNull(given);
        if (CodeLists.SECRET.equals(request.accessMode())) {
            throw new Problem(DocumentProblem.STATE_SECRET_NOT_ALLOWED);
        }
        Optional<DossierLists.PlannedDossier> planned = planned(request, findings);
        Optional<DossierPlan> plan =
                planned.map(OpenDossier::fromList).or(() -> adHoc(request, findings));
        String title =
                Optional.ofNullable(VietnameseText.clean(request.title()))
                        .or(() -> planned.map(p -> p.item().title()))
                        .orElse(null);
        findings.addUnless(title != null, "/title", "REQUIRED");
        Described described = described(request, planned, findings, title);
        Caller by = caller.get();
        Map<String, String> custom =
                fields.judge(
                        by.agencyId(),
                        CustomField.Subject.DOSSIER,
                        null,
                        request.custom(),
                        "/custom",
                        findings);
        findings.raise();
        DossierPlan place = plan.orElseThrow();
        Dossier dossier =
                new Dossier(
                        Ids.next(),
                        by.agencyId(),
                        agencies.require(by.agencyId()).code(),
                        place,
                        described,
                        LegalDate.today(clock));
        dossier.openedBy(by.username());
        dossiers.add(dossier, place.notation(), place.year());
        fields.write(by.agencyId(), CustomField.Subject.DOSSIER, dossier.id(), custom);
        precedents.remember(described.title(), place.retention().ruleCode(), dossier.id());
        if (request.suggestionId() != null) {
            suggestions.onOpening(
                    request.suggestionId(),
                    place.retention().ruleCode(),
                    request.retentionReason(),
                    dossier.id(),
                    findings);
        }
        journal.record(
                new DossierOpened(
                        by.agencyId(), dossier.version(), clock.instant(), dossier.description()),
                "openDossier",
                "dossier",
                Map.of("fileCode", dossier.fileCode(), "rule", place.retention().ruleCode()));
        return dossier;
    }

    private Optional<DossierLists.PlannedDossier> planned(
            OpenDossierRequest request, Findings findings) {
        if (request.dossierListItemId() == null) {
            return Optional.empty();
        }
        var item = lists.item(request.dossierListItemId());
        findings.addUnless(item.isPresent(), "/dossierListItemId", "UNKNOWN_LIST_ITEM");
        findings.addUnless(
                item.map(DossierLists.PlannedDossier::inUse).orElse(true),
                "/dossierListItemId",
                "LIST_NOT_IN_USE");
        findings.addUnless(request.notation() == null, "/notation", "GIVEN_BY_LIST");
        findings.addUnless(request.year() == null, "/year", "GIVEN_BY_LIST");
        findings.addUnless(
                request.retentionRuleCode() == null, "/retentionRuleCode", "GIVEN_BY_LIST");
        return item;
    }

    private static DossierPlan fromList(DossierLists.PlannedDossier planned) {
        DossierListItem item = planned.item();
        return new DossierPlan(planned.year(), item.notation(), item.id(), item.retention());
    }

    private Optional<DossierPlan> adHoc(OpenDossierRequest request, Findings findings) {
        if (request.dossierListItemId() != null) {
            return Optional.empty();
        }
        String notation = VietnameseText.clean(request.notation());
        if (notation == null) {
            findings.add("/notation", "REQUIRED");
        } else {
            findings.addUnless(
                    DossierNotation.isWellFormed(notation), "/notation", "NOTATION_FORMAT");
        }
        Optional<FixedRetention> retention =
                Optional.ofNullable(request.retentionRuleCode()).flatMap(rules::fix);
        if (request.retentionRuleCode() == null) {
            findings.add("/retentionRuleCode", "REQUIRED");
        } else if (retention.isEmpty()) {
            findings.add(
                    "/retentionRuleCode", "UNKNOWN_RETENTION_RULE", request.retentionRuleCode());
        }
        int year =
                Objects.requireNonNullElseGet(
                        request.year(), () -> LegalDate.today(clock).getYear());
        return retention
                .filter(r -> notation != null)
                .map(r -> new DossierPlan(year, String.valueOf(notation), null, r));
    }

    private Described described(
            OpenDossierRequest request,
            Optional<DossierLists.PlannedDossier> planned,
            Findings findings,
            @Nullable String title) {
        String accessMode = Objects.requireNonNullElse(request.accessMode(), "01");
        codes.check(findings, CodeLists.MODE, accessMode, "/accessMode");
        List<String> languages =
                request.languages() == null || request.languages().isEmpty()
                        ? List.of("01")
                        : request.languages();
        for (int i = 0; i < languages.size(); i++) {
            codes.check(findings, CodeLists.LANGUAGE, languages.get(i), "/languages/" + i);
        }
        LocalDate today = LegalDate.today(clock);
        LocalDate start = Objects.requireNonNullElse(request.startDate(), today);
        findings.addUnless(!start.isAfter(today), "/startDate", "IN_THE_FUTURE");
        String maker =
                Optional.ofNullable(VietnameseText.clean(request.maker()))
                        .or(() -> planned.map(p -> p.item().maker()))
                        .orElse(caller.get().username());
        return new Described(
                String.valueOf(title),
                accessMode,
                languages,
                start,
                null,
                VietnameseText.clean(request.keywords()),
                VietnameseText.clean(request.description()),
                VietnameseText.clean(request.paperFileCode()),
                maker,
                medium(request, findings),
                PaperOriginal.of(
                        VietnameseText.clean(request.paperStore()),
                        VietnameseText.clean(request.paperShelf()),
                        VietnameseText.clean(request.paperBox()),
                        null,
                        null));
    }

    private static Medium medium(OpenDossierRequest request, Findings findings) {
        String code = Objects.requireNonNullElse(request.medium(), Medium.DIGITAL.name());
        Optional<Medium> medium = Medium.of(code);
        findings.addUnless(
                medium.isPresent(), "/medium", "UNKNOWN_CODE", code, "DIGITAL, PAPER, HYBRID");
        return medium.orElse(Medium.DIGITAL);
    }
}

package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/** Corrects the description of an open dossier by a merge patch. */
@ApplicationScoped
class AmendDossier {

    private static final Set<String> FIELDS =
            Set.of(
                    "title",
                    "accessMode",
                    "languages",
                    "startDate",
                    "endDate",
                    "keywords",
                    "description",
                    "paperFileCode",
                    "maker",
                    "medium",
                    "paperStore",
                    "paperShelf",
                    "paperBox",
                    "sheetCount",
                    "physicalCondition");

    private final Dossiers dossiers;
    private final CodeLists codes;
    private final Validation validation;
    private final ChangeDossier change;
    private final DossierViews views;

    AmendDossier(
            Dossiers dossiers,
            CodeLists codes,
            Validation validation,
            ChangeDossier change,
            DossierViews views) {
        this.dossiers = dossiers;
        this.codes = codes;
        this.validation = validation;
        this.change = change;
        this.views = views;
    }

    @Transactional
    DossierView amend(UUID id, @Nullable JsonNode patch, @Nullable String ifMatch) {
        if (patch == null || !patch.isObject()) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST);
        }
        Dossier dossier = dossiers.locked(id);
        ETags.check(ifMatch, dossier.version());
        Described corrected = new Patch(patch, validation.begin()).on(dossier.described());
        change.apply(
                "amendDossier",
                dossier,
                d -> {
                    d.amend(corrected);
                    return new DossierDescribed(
                            d.agencyId(), d.version(), change.clock().instant(), d.description());
                },
                Map.of("fields", names(patch)));
        return views.of(dossier);
    }

    private static List<String> names(JsonNode patch) {
        List<String> names = new ArrayList<>();
        patch.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private final class Patch {

        private final JsonNode patch;
        private final Findings findings;

        Patch(JsonNode patch, Findings findings) {
            this.patch = patch;
            this.findings = findings;
        }

        Described on(Described now) {
            for (String name : names(patch)) {
                findings.addUnless(FIELDS.contains(name), "/" + name, "UNKNOWN_FIELD");
            }
            String accessMode = mandatory("accessMode", now.accessMode(), 30);
            if (accessMode.equals(CodeLists.SECRET)) {
                throw new Problem(DocumentProblem.STATE_SECRET_NOT_ALLOWED);
            }
            codes.check(findings, CodeLists.MODE, accessMode, "/accessMode");
            LocalDate start = date("startDate", now.startDate());
            LocalDate end = date("endDate", now.endDate());
            findings.addUnless(start != null, "/startDate", "REQUIRED");
            findings.addUnless(
                    start == null || end == null || !end.isBefore(start),
                    "/endDate",
                    "BEFORE_START");
            Described corrected =
                    new Described(
                            mandatory("title", now.title(), 1000),
                            accessMode,
                            languages(now.languages()),
                            start == null ? now.startDate() : start,
                            end,
                            optional("keywords", now.keywords(), 100),
                            optional("description", now.description(), 2000),
                            optional("paperFileCode", now.paperFileCode(), 100),
                            mandatory("maker", now.maker(), 100),
                            medium(now.medium()),
                            paper(now.paper()));
            findings.raise();
            return corrected;
        }

        private Medium medium(Medium now) {
            String code = mandatory("medium", now.name(), 10);
            return Medium.of(code)
                    .orElseGet(() -> {
                        findings.add("/medium", "UNKNOWN_CODE", code, "DIGITAL, PAPER, HYBRID");
                        return now;
                    });
        }

        private @Nullable PaperOriginal paper(@Nullable PaperOriginal known) {
            PaperOriginal now =
                    known == null ? new PaperOriginal(null, null, null, null, null) : known;
            String condition = optional("physicalCondition", now.condition(), 2);
            if (condition != null) {
                codes.check(
                        findings, CodeLists.PHYSICAL_CONDITION, condition, "/physicalCondition");
            }
            return PaperOriginal.of(
                    optional("paperStore", now.store(), 100),
                    optional("paperShelf", now.shelf(), 100),
                    optional("paperBox", now.box(), 100),
                    sheets(now.sheets()),
                    condition);
        }

        private @Nullable Integer sheets(@Nullable Integer now) {
            JsonNode value = patch.get("sheetCount");
            if (value == null) {
                return now;
            }
            if (value.isNull()) {
                return null;
            }
            boolean good =
                    value.isInt()
                            && value.intValue() >= 1
                            && value.intValue() <= PaperOriginal.MAX_SHEETS;
            findings.addUnless(
                    good,
                    "/sheetCount",
                    "OUT_OF_RANGE",
                    "1",
                    String.valueOf(PaperOriginal.MAX_SHEETS));
            return good ? Integer.valueOf(value.intValue()) : now;
        }

        private @Nullable String optional(String name, @Nullable String now, int max) {
            JsonNode value = patch.get(name);
            if (value == null) {
                return now;
            }
            if (value.isNull()) {
                return null;
            }
            findings.addUnless(value.isTextual(), "/" + name, "WRONG_FORMAT");
            String text = VietnameseText.clean(value.asText());
            findings.addUnless(
                    text == null || text.length() <= max,
                    "/" + name,
                    "WRONG_LENGTH",
                    "0",
                    String.valueOf(max));
            return text;
        }

        private String mandatory(String name, String now, int max) {
            String text = optional(name, now, max);
            findings.addUnless(text != null, "/" + name, "REQUIRED");
            return text == null ? now : text;
        }

        private @Nullable LocalDate date(String name, @Nullable LocalDate now) {
            JsonNode value = patch.get(name);
            if (value == null) {
                return now;
            }
            try {
                return value.isNull() ? null : LocalDate.parse(value.asText());
            } catch (DateTimeParseException e) {
                findings.add("/" + name, "WRONG_FORMAT");
                return now;
            }
        }

        private List<String> languages(List<String> now) {
            JsonNode value = patch.get("languages");
            if (value == null) {
                return now;
            }
            List<String> given = new ArrayList<>();
            value.forEach(code -> given.add(code.asText()));
            findings.addUnless(!given.isEmpty(), "/languages", "REQUIRED");
            for (int i = 0; i < given.size(); i++) {
                codes.check(findings, CodeLists.LANGUAGE, given.get(i), "/languages/" + i);
            }
            return given;
        }
    }
}

package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.accessrule.AccessChoice;
import vn.hue.earchive.document.accessrule.AccessChoices;
import vn.hue.earchive.document.accessrule.AccessJudgement;
import vn.hue.earchive.document.accessrule.AccessJudgement.Subject;
import vn.hue.earchive.document.accessrule.AccessRules;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;

/**
 * Access, disclosure and personal data of a dossier and its documents: what a person decided, or
 * else the stricter of what is written and what the rules in force say. A document inherits what
 * its dossier has, unless a person decided otherwise.
 */
@ApplicationScoped
class DossierAccess {

    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final AccessRules rules;
    private final AccessChoices choices;

    DossierAccess(
            Dossiers dossiers,
            RegisteredDocuments documents,
            AccessRules rules,
            AccessChoices choices) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.rules = rules;
        this.choices = choices;
    }

    /**
     * Access of a dossier.
     *
     * @param documents in the order of the dossier
     */
    record View(UUID dossierId, Access access, List<OfDocument> documents) {}

    record OfDocument(UUID documentId, int ordinal, Access access) {}

    /**
     * What counts for one thing.
     *
     * @param accessMode {@code 01} open or {@code 02} conditional
     * @param openOn day from which it is open; absent when it is open, or when nobody knows yet
     * @param personalData {@code NONE}, {@code BASIC} or {@code SENSITIVE}
     * @param from {@code DECISION} of a person, {@code DOSSIER} inherited, {@code RULE}, or {@code
     *     WRITTEN} as the description says
     * @param suggested what the rules in force say by themselves
     * @param decision what a person decided last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Access(
            String accessMode,
            @Nullable LocalDate openOn,
            String personalData,
            String from,
            AccessJudgement suggested,
            @Nullable Decision decision) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            @Nullable String legalBasis, String reason, Instant decidedAt, String decidedBy) {}

    @Transactional(Transactional.TxType.MANDATORY)
    View of(Dossier dossier) {
        AccessRules.InForce inForce = rules.of(dossier.agencyId());
        Map<UUID, AccessChoice> chosen = choices.of(dossier.id());
        Access own = ofDossier(dossier, inForce, chosen.get(dossier.id()));
        List<Filing> filings = dossiers.filings(dossier.id());
        Map<UUID, RegisteredDocument> known =
                documents.byId(filings.stream().map(Filing::documentId).toList());
        return new View(
                dossier.id(),
                own,
                filings.stream()
                        .map(f ->
                                new OfDocument(
                                        f.documentId(),
                                        f.ordinal(),
                                        ofDocument(
                                                Objects.requireNonNull(known.get(f.documentId())),
                                                own,
                                                inForce,
                                                chosen.get(f.documentId()))))
                        .toList());
    }

    /** What counts for the dossier itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    Access ofDossier(Dossier dossier) {
        return ofDossier(
                dossier, rules.of(dossier.agencyId()), choices.of(dossier.id()).get(dossier.id()));
    }

    private Access ofDossier(
            Dossier dossier, AccessRules.InForce inForce, @Nullable AccessChoice choice) {
        DossierDescription d = dossier.description();
        AccessJudgement said =
                inForce.judge(
                        new Subject(
                                text(d.title(), d.keywords(), dossiers.lineTitle(dossier.id())),
                                null,
                                dossier.retention().ruleCode()));
        if (choice != null) {
            return decided(choice, said);
        }
        boolean rule = said.accessMode().compareTo(d.accessMode()) > 0;
        return new Access(
                rule ? said.accessMode() : d.accessMode(),
                openOn(d.endDate(), said.closedYears()),
                said.personalData(),
                rule ? "RULE" : "WRITTEN",
                said,
                null);
    }

    private static Access ofDocument(
            RegisteredDocument document,
            Access dossier,
            AccessRules.InForce inForce,
            @Nullable AccessChoice choice) {
        DocumentDescription d = document.description(List.of());
        AccessJudgement said =
                inForce.judge(new Subject(text(d.subject(), d.keywords()), d.typeCode(), null));
        if (choice != null) {
            return decided(choice, said);
        }
        AccessJudgement inherited =
                said.with(
                        new AccessJudgement(
                                dossier.accessMode(),
                                null,
                                dossier.personalData(),
                                false,
                                List.of()));
        String stricter =
                inherited.accessMode().compareTo(d.accessMode()) > 0
                        ? inherited.accessMode()
                        : d.accessMode();
        String from =
                stricter.equals(d.accessMode())
                        ? "WRITTEN"
                        : stricter.equals(said.accessMode()) ? "RULE" : "DOSSIER";
        LocalDate own = openOn(d.issuedDate(), said.closedYears());
        return new Access(
                stricter,
                own != null && (dossier.openOn() == null || own.isAfter(dossier.openOn()))
                        ? own
                        : dossier.openOn(),
                inherited.personalData(),
                from,
                said,
                null);
    }

    private static Access decided(AccessChoice choice, AccessJudgement said) {
        AccessChoice.What what = choice.what();
        return new Access(
                what.accessMode(),
                what.openOn(),
                what.personalData(),
                "DECISION",
                said,
                new Decision(
                        what.legalBasis(), what.reason(), choice.chosenAt(), choice.chosenBy()));
    }

    /** 1 January after the closed years; nobody knows it before the end is known. */
    static @Nullable LocalDate openOn(@Nullable LocalDate end, @Nullable Integer closedYears) {
        return end == null || closedYears == null
                ? null
                : LocalDate.of(end.getYear() + closedYears + 1, 1, 1);
    }

    private static String text(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(". "));
    }
}

package vn.hue.earchive.document.accessrule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import vn.hue.earchive.document.accessrule.AccessJudgement.Subject;

/** Judges the open dossiers of an agency by two versions of its rules and compares. */
@ApplicationScoped
class PlanAccessChange {

    private static final int MAX_EXAMPLES = 100;

    /** Dossiers with the line that they were opened from, then what is filed in them. */
    private static final String OPEN =
            """
            select d.id, cast(null as uuid), concat_ws('. ', d.title, d.keywords, l.title), cast(null as text), d.rule_code
            from dossier d left join dossier_list_item l on l.id = d.list_item_id
            where d.agency_id = :agency and d.state = 'OPEN'
            union all
            select f.dossier_id, t.id, concat_ws('. ', t.subject, t.keywords), t.type_code, cast(null as text)
            from dossier d join dossier_document f on f.dossier_id = d.id join document t on t.id = f.document_id
            where d.agency_id = :agency and d.state = 'OPEN'
            order by 1, 2 nulls first
            """;

    private final AccessRuleSets sets;
    private final EntityManager entities;

    PlanAccessChange(AccessRuleSets sets, EntityManager entities) {
        this.sets = sets;
        this.entities = entities;
    }

    /** One pass over the rows as they come; nothing but the examples is held. */
    @Transactional(Transactional.TxType.MANDATORY)
    AccessPlanView of(AccessRuleSet draft) {
        UUID agency = draft.agencyId();
        List<AccessRule> now = sets.inForce(agency).map(sets::rules).orElse(List.of());
        List<AccessRule> then = sets.rules(draft);
        MessageDigest digest = sha256();
        digest.update((draft.id() + "|" + now.hashCode()).getBytes(StandardCharsets.UTF_8));
        long judged = 0;
        long changed = 0;
        long stricter = 0;
        List<AccessPlanView.Example> examples = new ArrayList<>();
        try (Stream<Object[]> rows =
                entities.unwrap(Session.class)
                        .createNativeQuery(OPEN, Object[].class)
                        .setParameter("agency", agency)
                        .setFetchSize(500)
                        .getResultStream()) {
            for (Object[] row : (Iterable<Object[]>) rows::iterator) {
                judged++;
                Subject subject = new Subject((String) row[2], (String) row[3], (String) row[4]);
                AccessJudgement before = AccessJudgement.of(now, subject);
                AccessJudgement after = AccessJudgement.of(then, subject);
                if (!same(before, after)) {
                    changed++;
                    stricter += same(before.with(after), after) ? 1 : 0;
                    digest.update((row[0] + "|" + row[1]).getBytes(StandardCharsets.UTF_8));
                    if (examples.size() < MAX_EXAMPLES) {
                        examples.add(
                                new AccessPlanView.Example(
                                        (UUID) row[0],
                                        (UUID) row[1],
                                        (String) row[2],
                                        before,
                                        after));
                    }
                }
            }
        }
        return new AccessPlanView(
                draft.id(),
                HexFormat.of().formatHex(digest.digest()),
                judged,
                changed,
                stricter,
                examples);
    }

    /** Other grounds for the same are no change. */
    private static boolean same(AccessJudgement a, AccessJudgement b) {
        return a.accessMode().equals(b.accessMode())
                && java.util.Objects.equals(a.closedYears(), b.closedYears())
                && a.personalData().equals(b.personalData())
                && a.maybeSecret() == b.maybeSecret();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.hue.earchive.document.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.retention.RetentionRules;
import vn.hue.earchive.document.retention.RowValues;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * What the agency decided for its titles. Looked up by pairs of neighbouring syllables: of each
 * pair the newest few, whatever the number of decisions.
 */
@ApplicationScoped
public class Precedents {

    private static final int MAX_PAIRS = 12;
    private static final int MAX_SHOWN = 3;
    private static final double SIMILAR = 0.4;

    private static final String NEWEST_OF_EACH =
            """
            select distinct p.id, p.title, p.rule_code, p.period, p.dossier_id, p.decided_at
            from unnest(cast(:pairs as text[])) as wanted(term)
            cross join lateral (
                select t.precedent_id from retention_precedent_term t
                where t.agency_id = :agency and t.term = wanted.term order by t.precedent_id desc limit 40
            ) newest
            join retention_precedent p on p.id = newest.precedent_id
            """;

    private final EntityManager entities;
    private final RetentionRules rules;
    private final RuleIndexes indexes;
    private final CurrentCaller caller;
    private final Clock clock;

    Precedents(
            EntityManager entities,
            RetentionRules rules,
            RuleIndexes indexes,
            CurrentCaller caller,
            Clock clock) {
        this.entities = entities;
        this.rules = rules;
        this.indexes = indexes;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Remembers that a person gave this title this rule; a dossier is remembered once, by its last
     * decision.
     *
     * @param dossierId null for a decision without a dossier
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(String title, String ruleCode, @Nullable UUID dossierId) {
        UUID agency = caller.get().agencyId();
        UUID id = Ids.next();
        String period = rules.rule(ruleCode).map(Reasons::period).orElse("");
        Session session = entities.unwrap(Session.class);
        if (dossierId != null && known(session, dossierId)) {
            session.createNativeMutationQuery(
                            "update retention_precedent set rule_code = :code, period = :period,"
                                    + " decided_at = :at, decided_by = :by where dossier_id ="
                                    + " :dossier")
                    .setParameter("code", ruleCode)
                    .setParameter("period", period)
                    .setParameter("at", clock.instant())
                    .setParameter("by", caller.get().username())
                    .setParameter("dossier", dossierId)
                    .executeUpdate();
            return;
        }
        session.createNativeMutationQuery(
                        """
                        insert into retention_precedent (id, agency_id, title, rule_code, period, dossier_id, decided_at,
                            decided_by)
                        values (:id, :agency, :title, :code, :period, :dossier, :at, :by)
                        """)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .setParameter("title", title)
                .setParameter("code", ruleCode)
                .setParameter("period", period)
                .setParameter("dossier", dossierId, UUID.class)
                .setParameter("at", clock.instant())
                .setParameter("by", caller.get().username())
                .executeUpdate();
        session.createNativeMutationQuery(
                        """
                        insert into retention_precedent_term (agency_id, term, precedent_id)
                        select :agency, term, :id from unnest(cast(:pairs as text[])) as pairs(term)
                        """)
                .setParameter("agency", agency)
                .setParameter("id", id)
                .setParameter("pairs", pairs(title).toArray(String[]::new))
                .executeUpdate();
    }

    private static boolean known(Session session, UUID dossierId) {
        return !session.createNativeQuery(
                        "select id from retention_precedent where dossier_id = :dossier",
                        UUID.class)
                .setParameter("dossier", dossierId)
                .getResultList()
                .isEmpty();
    }

    private List<String> pairs(String title) {
        return Query.pairs(title, indexes.words()).stream().limit(MAX_PAIRS).toList();
    }

    /** The most similar decisions of the caller's agency; of equal titles the newest. */
    List<SuggestionView.Precedent> similarTo(String title) {
        List<String> wanted = pairs(title);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows =
                entities.unwrap(Session.class)
                        .createNativeQuery(NEWEST_OF_EACH, Object[].class)
                        .setParameter("pairs", wanted.toArray(String[]::new))
                        .setParameter("agency", caller.get().agencyId())
                        .getResultList();
        Map<String, SuggestionView.Precedent> byTitle = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparing((Object[] r) -> RowValues.instant(r[5])).reversed())
                .map(r -> precedent(r, wanted))
                .filter(p -> p.similarity() >= SIMILAR)
                .forEach(p -> byTitle.putIfAbsent(p.title() + p.ruleCode(), p));
        return byTitle.values().stream()
                .sorted(Comparator.comparingDouble(SuggestionView.Precedent::similarity).reversed())
                .limit(MAX_SHOWN)
                .toList();
    }

    private SuggestionView.Precedent precedent(Object[] row, List<String> wanted) {
        List<String> own = pairs((String) row[1]);
        Set<String> common = new HashSet<>(own);
        common.retainAll(new HashSet<>(wanted));
        List<String> all = new ArrayList<>(own);
        all.addAll(wanted);
        double similarity = 2.0 * common.size() / all.size();
        return new SuggestionView.Precedent(
                (String) row[1],
                (String) row[2],
                (String) row[3],
                LegalDate.of(RowValues.instant(row[5])),
                (UUID) row[4],
                Math.round(similarity * 100) / 100.0);
    }
}

package vn.hue.earchive.document.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.hibernate.Session;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Numbers the changes of each agency, 1, 2, 3 without gaps, after they have committed. A position
 * that is given at insertion commits in any order: a reader who has passed it would never see the
 * late one. Here a number is given to what is committed already, by one run at a time, and a run's
 * numbers become visible together: whoever sees n sees everything before it, for ever.
 */
@ApplicationScoped
class SequenceChanges {

    private final Step step;
    private final FeedConfig config;

    SequenceChanges(Step step, FeedConfig config) {
        this.step = step;
        this.config = config;
    }

    /** Numbers what waits; returns at once when another instance is at it. */
    int run() {
        return JobScope.call(
                "sequence-changes",
                () -> {
                    int all = 0;
                    int numbered = config.batch();
                    while (numbered == config.batch()) {
                        numbered = step.number(config.batch());
                        all += numbered;
                    }
                    return all;
                });
    }

    @ApplicationScoped
    static class Step {

        /** Any number of ours that no other advisory lock has. */
        private static final long LOCK = 0x6368616e67657321L;

        private static final String NUMBER =
                """
                with batch as (
                    select position, agency_id, row_number() over (partition by agency_id order by position) as n
                    from (
                        select position, agency_id from change_entry where sequence is null
                        order by position limit :batch
                    ) waiting
                ), counts as (
                    select agency_id, count(*) as many from batch group by agency_id
                ), counter as (
                    insert into change_sequence (agency_id, last) select agency_id, many from counts
                    on conflict (agency_id) do update set last = change_sequence.last + excluded.last
                    returning agency_id, last
                )
                update change_entry e set sequence = counter.last - counts.many + batch.n
                from batch join counts on counts.agency_id = batch.agency_id
                join counter on counter.agency_id = batch.agency_id
                where e.position = batch.position
                """;

        private final EntityManager entities;

        Step(EntityManager entities) {
            this.entities = entities;
        }

        /** The lock lasts until the commit: the next run starts with these numbers visible. */
        @Transactional
        int number(int batch) {
            Session session = entities.unwrap(Session.class);
            boolean alone =
                    session.createNativeQuery(
                                    "select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                            .setParameter("lock", LOCK)
                            .getSingleResult();
            return alone
                    ? session.createNativeMutationQuery(NUMBER)
                            .setParameter("batch", batch)
                            .executeUpdate()
                    : 0;
        }
    }
}

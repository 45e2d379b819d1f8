package vn.hue.earchive.document.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalSource.Source;
import vn.hue.earchive.document.arrival.ArrivalSource.State;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** All ways in, as one list. */
@ApplicationScoped
class Desk {

    private final Instance<ArrivalSource> sources;

    Desk(Instance<ArrivalSource> sources) {
        this.sources = sources;
    }

    /** An arrival and where it came from. */
    record Found(ArrivalSource source, OnDesk arrival) {}

    /**
     * @throws Problem NOT_FOUND
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Found find(UUID id, boolean lock) {
        return sources.stream()
                .map(source -> source.find(id, lock).map(a -> new Found(source, a)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** A page of every source has the rows of the common page among its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<OnDesk> page(State state, @Nullable Source source, @Nullable UUID beyond, int rows) {
        // As text: a UUID compares its halves as signed numbers, the database as bytes.
        Comparator<OnDesk> byAge = Comparator.comparing(arrival -> arrival.id().toString());
        return sources.stream()
                .filter(s -> source == null || s.sources().contains(source))
                .flatMap(s -> s.page(state, source, beyond, rows).stream())
                .sorted(state == State.WAITING ? byAge : byAge.reversed())
                .limit(rows)
                .toList();
    }
}

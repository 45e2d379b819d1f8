package vn.hue.earchive.archive.store;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Every store failed; turned into a problem at the door of the package. */
final class NoStoreLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean full;

    NoStoreLeft(List<? extends @Nullable StoreFailure> failures) {
        super("no archive store is left");
        List<StoreFailure> known =
                failures.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        known.forEach(this::addSuppressed);
        full = !known.isEmpty() && known.stream().allMatch(StoreFailure::isFull);
    }

    /** STORE_FULL when that is the reason everywhere, else STORE_UNAVAILABLE. */
    Problem problem() {
        return new Problem(full ? CommonProblem.STORE_FULL : CommonProblem.STORE_UNAVAILABLE)
                .causedBy(this);
    }
}

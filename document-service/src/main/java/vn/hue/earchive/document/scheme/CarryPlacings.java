package vn.hue.earchive.document.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.scheme.SchemeVersion.Fate;

/**
 * Gives the lines of a copied list the places that they had, mapped to the versions of its year.
 */
@ApplicationScoped
public class CarryPlacings {

    private final Schemes schemes;
    private final Placings placings;

    CarryPlacings(Schemes schemes, Placings placings) {
        this.schemes = schemes;
        this.placings = placings;
    }

    /** A list with its year. */
    public record OfYear(UUID listId, int year) {}

    /**
     * Lines of both lists are the same by their notation.
     *
     * @return notations of lines that had a place in some scheme and have none in its new version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> carry(UUID agencyId, OfYear from, OfYear to) {
        Set<String> lost = new LinkedHashSet<>();
        for (String key : schemes.keys(agencyId)) {
            Scheme before = schemes.ofYear(agencyId, key, from.year()).orElse(null);
            Scheme after = schemes.ofYear(agencyId, key, to.year()).orElse(null);
            if (before == null || after == null) {
                continue;
            }
            Map<String, UUID> heirs = new HashMap<>();
            placings.lines(to.listId(), after.id())
                    .forEach(line -> heirs.put(line.notation(), line.itemId()));
            for (Placings.Line line : placings.lines(from.listId(), before.id())) {
                String code = line.code();
                UUID heir = heirs.get(line.notation());
                if (code == null || heir == null) {
                    continue;
                }
                String now = through(agencyId, key, code, before.number(), after.number());
                if (now == null) {
                    lost.add(line.notation());
                } else {
                    placings.place(agencyId, after.id(), heir, now);
                }
            }
        }
        return List.copyOf(lost);
    }

    /** The heading's heir, version by version; null when one of them has none. */
    private @Nullable String through(UUID agencyId, String key, String code, int from, int to) {
        String now = code;
        for (Scheme version : schemes.between(agencyId, key, from, to)) {
            if (!(schemes.said(version).of(now) instanceof Fate.Becomes becomes)) {
                return null;
            }
            now = becomes.code();
        }
        return now;
    }
}

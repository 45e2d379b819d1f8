package vn.hue.earchive.document.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** The lines of a year's list, sorted by a scheme. */
@ApplicationScoped
class ListScheme {

    private final Schemes schemes;
    private final Placings placings;
    private final Validation validation;
    private final Audit audit;
    private final CurrentCaller caller;

    ListScheme(
            Schemes schemes,
            Placings placings,
            Validation validation,
            Audit audit,
            CurrentCaller caller) {
        this.schemes = schemes;
        this.placings = placings;
        this.validation = validation;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * Where a line is put.
     *
     * @param key the scheme
     * @param code the heading, of the version of the list's year; absent takes the line out
     */
    record Place(@NotBlank String key, @Nullable String code) {}

    /**
     * A list by one scheme.
     *
     * @param headings the top ones
     * @param unplaced lines without a place
     */
    record Tree(UUID listId, UUID schemeId, String key, List<Node> headings, List<Line> unplaced) {}

    /** A heading with its lines and what stands below. */
    record Node(String code, String title, List<Line> lines, List<Node> headings) {}

    record Line(UUID itemId, String notation, String title) {}

    /**
     * @throws Problem NOT_FOUND for the list, INVALID_PARAMETER without such a scheme in its year
     */
    @Transactional
    Tree tree(UUID listId, @Nullable String key) {
        Placings.OfYear list = list(listId);
        Scheme scheme =
                schemes.ofYear(caller.get().agencyId(), String.valueOf(key), list.year())
                        .orElseThrow(() -> new Problem(CommonProblem.INVALID_PARAMETER, "scheme"));
        Map<String, List<Line>> placed = new HashMap<>();
        List<Line> unplaced = new ArrayList<>();
        for (Placings.Line line : placings.lines(listId, scheme.id())) {
            Line shown = new Line(line.itemId(), line.notation(), line.title());
            String code = line.code();
            if (code == null) {
                unplaced.add(shown);
            } else {
                placed.computeIfAbsent(code, c -> new ArrayList<>()).add(shown);
            }
        }
        return new Tree(
                listId,
                scheme.id(),
                scheme.key(),
                nodes(schemes.said(scheme).tree(placed)),
                unplaced);
    }

    private static List<Node> nodes(List<SchemeVersion.Node<Line>> nodes) {
        return nodes.stream()
                .map(n ->
                        new Node(
                                n.heading().code(),
                                n.heading().title(),
                                n.lines(),
                                nodes(n.below())))
                .toList();
    }

    /**
     * Puts a line under a heading; a repetition changes nothing more.
     *
     * @throws Problem NOT_FOUND, DOSSIER_LIST_STATE_FORBIDS for a closed list
     */
    @Transactional
    Tree place(UUID listId, UUID itemId, @Nullable Place given) {
        Placings.OfYear list = list(listId);
        if (!placings.isLineOf(listId, itemId)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Findings findings = validation.of(given);
        Place place = Objects.requireNonNull(given);
        findings.raise();
        if (list.state().equals("CLOSED")) {
            throw new Problem(
                    DocumentProblem.DOSSIER_LIST_STATE_FORBIDS,
                    String.valueOf(list.year()),
                    list.state(),
                    "PLACE");
        }
        UUID agency = caller.get().agencyId();
        Scheme scheme = schemes.ofYear(agency, place.key(), list.year()).orElse(null);
        String code = place.code();
        if (scheme == null) {
            findings.add("/key", "NO_SCHEME_OF_YEAR", place.key(), String.valueOf(list.year()));
        } else {
            findings.addUnless(
                    code == null || schemes.said(scheme).has(code),
                    "/code",
                    "NO_SUCH_HEADING",
                    String.valueOf(code));
        }
        findings.raise();
        Scheme known = Objects.requireNonNull(scheme);
        placings.place(agency, known.id(), itemId, code);
        audit.append(
                agency,
                "placeListLine",
                "dossier-list",
                listId,
                1,
                Map.of(
                        "itemId", itemId.toString(),
                        "key", place.key(),
                        "code", code == null ? "" : code));
        return tree(listId, place.key());
    }

    private Placings.OfYear list(UUID id) {
        return placings.list(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }
}

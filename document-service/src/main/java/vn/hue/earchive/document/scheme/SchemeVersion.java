package vn.hue.earchive.document.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.validation.Findings;

/** Headings of one version and where those of the version before go; knows no database. */
record SchemeVersion(List<Heading> headings, List<HeadingMapping> mapping) {

    static final int MAX_DEPTH = 6;

    /** What becomes of a heading. */
    sealed interface Fate {

        /** Its lines stand under this code now. */
        record Becomes(String code) implements Fate {}

        /** Its lines are to be placed by hand, as the version says. */
        record ByHand() implements Fate {}

        /** The version says nothing of it. */
        record Forgotten() implements Fate {}
    }

    /** Of a heading of the version before. */
    Fate of(String code) {
        for (HeadingMapping one : mapping) {
            if (one.from().equals(code)) {
                return one.to() == null ? new Fate.ByHand() : new Fate.Becomes(one.to());
            }
        }
        return has(code) ? new Fate.Becomes(code) : new Fate.Forgotten();
    }

    boolean has(String code) {
        return headings.stream().anyMatch(h -> h.code().equals(code));
    }

    /**
     * Adds what is wrong with it: a code twice, a parent that does not stand before, too deep, a
     * mapping from or to nowhere.
     *
     * @param before null when it is the first version
     */
    void check(Findings findings, @Nullable SchemeVersion before) {
        Map<String, Integer> depth = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            String at = "/headings/" + i;
            String parent = heading.parentCode();
            findings.addUnless(
                    !depth.containsKey(heading.code()),
                    at + "/code",
                    "SAME_HEADING_TWICE",
                    heading.code());
            Integer above = parent == null ? Integer.valueOf(0) : depth.get(parent);
            findings.addUnless(
                    above != null, at + "/parentCode", "PARENT_NOT_BEFORE", String.valueOf(parent));
            int own = above == null ? 1 : above + 1;
            findings.addUnless(
                    own <= MAX_DEPTH, at + "/parentCode", "TOO_DEEP", String.valueOf(MAX_DEPTH));
            depth.putIfAbsent(heading.code(), own);
        }
        Set<String> mapped = new HashSet<>();
        for (int i = 0; i < mapping.size(); i++) {
            HeadingMapping one = mapping.get(i);
            String at = "/mapping/" + i;
            findings.addUnless(
                    before != null && before.has(one.from()) && mapped.add(one.from()),
                    at + "/from",
                    "NO_SUCH_HEADING",
                    one.from());
            String to = one.to();
            findings.addUnless(
                    to == null || has(to), at + "/to", "NO_SUCH_HEADING", String.valueOf(to));
        }
    }

    /** Headings with their lines, top ones first. */
    <T> List<Node<T>> tree(Map<String, List<T>> lines) {
        return under(null, lines);
    }

    private <T> List<Node<T>> under(@Nullable String parent, Map<String, List<T>> lines) {
        List<Node<T>> nodes = new ArrayList<>();
        for (Heading heading : headings) {
            if (java.util.Objects.equals(heading.parentCode(), parent)) {
                nodes.add(
                        new Node<>(
                                heading,
                                lines.getOrDefault(heading.code(), List.of()),
                                under(heading.code(), lines)));
            }
        }
        return nodes;
    }

    /** A heading with what stands under it. */
    record Node<T>(Heading heading, List<T> lines, List<Node<T>> below) {}
}

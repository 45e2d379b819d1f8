package vn.hue.earchive.document.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.scheme.SchemeVersion.Fate;

/** Where headings go from version to version. Red when a heading is lost or goes elsewhere. */
class SchemeVersionTest {

    private static Heading heading(String code, @Nullable String parent) {
        return new Heading(code, parent, "Mục " + code);
    }

    private static final SchemeVersion NOW =
            new SchemeVersion(
                    List.of(heading("A", null), heading("A.1", "A"), heading("B", null)),
                    List.of(
                            new HeadingMapping("OLD", "A.1"),
                            new HeadingMapping("B", "A"),
                            new HeadingMapping("GONE", null)));

    @Test
    void everyHeadingOfTheVersionBeforeHasOneFate() {
        assertThat(NOW.of("OLD")).isEqualTo(new Fate.Becomes("A.1"));
        assertThat(NOW.of("A"))
                .as("the same code is its own heir")
                .isEqualTo(new Fate.Becomes("A"));
        assertThat(NOW.of("B")).as("the mapping comes first").isEqualTo(new Fate.Becomes("A"));
        assertThat(NOW.of("GONE")).isEqualTo(new Fate.ByHand());
        assertThat(NOW.of("X")).isEqualTo(new Fate.Forgotten());
    }

    @Test
    void linesStandUnderTheirHeadingAndHeadingsUnderTheirs() {
        List<SchemeVersion.Node<String>> tree =
                NOW.tree(Map.of("A.1", List.of("01-VP", "02-VP"), "B", List.of("03-VP")));
        assertThat(tree).extracting(n -> n.heading().code()).containsExactly("A", "B");
        assertThat(tree.getFirst().lines()).isEmpty();
        assertThat(tree.getFirst().below().getFirst().lines()).containsExactly("01-VP", "02-VP");
        assertThat(tree.getLast().lines()).containsExactly("03-VP");
    }
}

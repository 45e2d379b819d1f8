package vn.hue.earchive.archive.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hue.earchive.archive.evidence.Notes.Verifier;

/** The public formats, against examples that others have published. */
class FormatsTest {

    /** Example of the documentation of Go's package golang.org/x/mod/sumdb/note. */
    private static final String VKEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE =
            TEXT
                    + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 0, 1, tile/0/000.p/1",
        "1, 999, 255, tile/1/999.p/255",
        "0, 1000, 256, tile/0/x001/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "2, 1234067, 17, tile/2/x001/x234/067.p/17",
        "-1, 67, 9, tile/entries/067.p/9",
    })
    void tilesHaveTheirPath(int level, long index, int width, String path) {
        assertThat(new Tile(level, index, width).path()).isEqualTo(path);
        assertThat(Tile.isPath(path)).isTrue();
    }

    /** Red when a path leads out of the tiles. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkpoint",
                "tile/0/../../checkpoint",
                "tile/0/0",
                "tile/64/000",
                "tile/00/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/000/",
                "tile/entries/",
                "tile/-1/000",
            })
    void whatIsNoTileIsNotServed(String path) {
        assertThat(Tile.isPath(path)).isFalse();
    }

    /**
     * The example of C2SP tlog-tiles. Red when a full tile is forgotten or an empty one written.
     */
    @Test
    void aTreeOf70000HasTheTilesOfTheSpecification() {
        List<Tile> tiles = PublishTiles.needed(0, 70_000);
        assertThat(tiles).filteredOn(tile -> tile.level() == 0 && tile.width() == 256).hasSize(273);
        assertThat(tiles)
                .filteredOn(tile -> tile.width() < 256)
                .containsExactly(
                        new Tile(Tile.ENTRIES, 273, 112),
                        new Tile(0, 273, 112),
                        new Tile(1, 1, 17),
                        new Tile(2, 0, 1));
        assertThat(tiles).filteredOn(tile -> tile.level() == 1).hasSize(2);
        assertThat(PublishTiles.needed(0, 256))
                .containsExactly(
                        new Tile(Tile.ENTRIES, 0, 256), new Tile(0, 0, 256), new Tile(1, 0, 1));
        assertThat(PublishTiles.needed(256, 257))
                .containsExactly(new Tile(Tile.ENTRIES, 1, 1), new Tile(0, 1, 1));
        assertThat(PublishTiles.needed(255, 257))
                .containsExactly(
                        new Tile(Tile.ENTRIES, 0, 256),
                        new Tile(0, 0, 256),
                        new Tile(Tile.ENTRIES, 1, 1),
                        new Tile(0, 1, 1),
                        new Tile(1, 0, 1));
        assertThat(PublishTiles.needed(5, 5)).isEmpty();
    }

    @Test
    void aNoteOfAnotherImplementationIsRead() {
        Verifier known = Verifier.parse(VKEY);
        assertThat(known.vkey()).isEqualTo(VKEY);
        assertThat(known.open(NOTE)).contains(TEXT);
    }

    /** Red when a signature is believed that is not over exactly this text by this key. */
    @Test
    void aNoteThatWasChangedIsNotBelieved() {
        Verifier known = Verifier.parse(VKEY);
        assertThat(known.open(NOTE.replace("problem is", "problem was"))).isEmpty();
        assertThat(known.open(NOTE.replace("x08go", "x08gp"))).isEmpty();
        assertThat(known.open(NOTE.replace("— Peter", "— Paul"))).isEmpty();
        assertThat(known.open(NOTE.replace("BwJn", "BwKn"))).isEmpty();
        assertThat(known.open(TEXT)).isEmpty();
        assertThat(known.open("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3",
                "",
            })
    void whatIsNoVerifierKeyIsRefused(String vkey) {
        assertThatThrownBy(() -> Verifier.parse(vkey)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckpointIsReadAsItIsWritten() {
        var checkpoint = new Checkpoint("example.com/log", 42, new byte[32]);
        assertThat(checkpoint.text())
                .isEqualTo(
                        "example.com/log\n42\n"
                                + Base64.getEncoder().encodeToString(new byte[32])
                                + "\n");
        assertThat(Checkpoint.parse(checkpoint.text()))
                .hasValueSatisfying(read -> assertThat(read.size()).isEqualTo(42));
        assertThat(Checkpoint.parse("example.com/log\n042\nAAAA\n")).isEmpty();
        assertThat(Checkpoint.parse("example.com/log\n42\nAAAA\n")).isEmpty();
        assertThat(Checkpoint.parse("example.com/log\n42")).isEmpty();
    }
}

package vn.hue.earchive.archive.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.intake.ArchiveWorld;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.local.TestTokens;
import vn.hue.earchive.verifier.Finding;

/** Checkpoints are timestamped by an authority outside, and proofs carry its tokens. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class TimestampTest {

    @Inject ArchiveWorld archive;
    @Inject LogWorld world;
    @Inject LogBucket bucket;
    @Inject TimestampClient client;

    /** Red when the token is over something else than the checkpoint that lies beside it. */
    @Test
    void aCheckpointIsStampedAndTheTokenLiesBesideIt() throws Exception {
        long place = world.places(world.done(1)).isEmpty() ? world.head().size() : 0;
        await().atMost(LogWorld.SOON).until(() -> !stampedBeyond(place).isEmpty());

        String size = stampedBeyond(place).getFirst();
        byte[] note = bucket.read("timestamps/" + size + ".checkpoint").orElseThrow();
        TimeStampToken token =
                new TimeStampToken(
                        new CMSSignedData(
                                bucket.read("timestamps/" + size + ".test.tst").orElseThrow()));
        assertThat(token.getTimeStampInfo().getMessageImprintDigest())
                .isEqualTo(Merkle.sha256(note));
        assertThat(new String(note, StandardCharsets.UTF_8).lines().toList().get(1))
                .isEqualTo(size);
        given().auth()
                .oauth2(TestTokens.token("operator.test", Ids.next(), "H57", "operator"))
                .get("/v1/evidence")
                .then()
                .body("timestamps.authority", hasItem("test"))
                .body("timestamps[0].stampedAt", notNullValue())
                .body("timestamps[0].problem", equalTo(null));
    }

    /** Red when what an authority answers is kept without a look. */
    @Test
    void anAuthorityThatStampsSomethingElseOrIsDownIsNotBelieved() {
        try (TestAuthority liar = TestAuthority.start(false)) {
            assertThatThrownBy(() -> client.stamp(liar.address(), Merkle.sha256(new byte[1])))
                    .isInstanceOf(TimestampClient.NoTimestamp.class);
        }
        assertThatThrownBy(() -> client.stamp(URI.create("http://127.0.0.1:9/"), new byte[32]))
                .isInstanceOf(TimestampClient.NoTimestamp.class);
    }

    /**
     * Red when a token is missing in a proof, when it is over another checkpoint, or when the
     * verifier believes one that was changed.
     */
    @Test
    void aProofCarriesTheTimestampAndAnotherOneIsNotBelieved() {
        ProvenDossier dossier = ProvenDossier.takenIn(archive);
        await().atMost(LogWorld.SOON)
                .until(() ->
                        ProvenDossier.files(dossier.bundle()).containsKey("timestamps/test.tst"));
        byte[] bundle = dossier.bundle();
        Map<String, byte[]> files = ProvenDossier.files(bundle);
        assertThat(ProvenDossier.verify(bundle, dossier.vkey()).findings())
                .allMatch(finding -> finding.kind() == Finding.Kind.HOLDS)
                .anyMatch(finding -> finding.english().contains("Test timestamping authority"));

        byte[] token = Objects.requireNonNull(files.get("timestamps/test.tst"));
        for (int at : List.of(0, 5, 60, 100, token.length / 2, token.length - 10)) {
            Map<String, byte[]> forged = new TreeMap<>(files);
            byte[] changed = token.clone();
            changed[at] ^= 1;
            forged.put("timestamps/test.tst", changed);
            assertThat(ProvenDossier.verify(ProvenDossier.rebuilt(forged), null).holds())
                    .as("byte %d", at)
                    .isFalse();
        }
        Map<String, byte[]> other = new TreeMap<>(files);
        other.put(
                "timestamps/test.tst",
                world.token(
                        "SELECT token FROM evidence_timestamp WHERE note <> ? LIMIT 1",
                        new String(
                                Objects.requireNonNull(files.get("log/checkpoint")),
                                StandardCharsets.UTF_8)));
        assertThat(ProvenDossier.verify(ProvenDossier.rebuilt(other), null).holds()).isFalse();
    }

    private List<String> stampedBeyond(long place) {
        return world.ask(
                "SELECT size::text FROM evidence_timestamp WHERE size > ? ORDER BY size DESC",
                place);
    }
}

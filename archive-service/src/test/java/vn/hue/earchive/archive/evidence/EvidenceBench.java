package vn.hue.earchive.archive.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.intake.ArchiveWorld;

/**
 * One random bit of a proof bundle at a time, {@code -Darchive.bench.flips} times (10,000): the
 * verifier must find each. Its time per bundle, and how long acts wait for the signed log. Writes
 * {@code {"goals":…,"detail":…}} to {@code -Darchive.bench.json}.
 */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class EvidenceBench {

    private static final int FLIPS = Integer.getInteger("archive.bench.flips", 10_000);
    private static final long SEED = Long.getLong("archive.bench.seed", 1);
    private static final int CHECKS = 200;

    @Inject ArchiveWorld archive;
    @Inject LogWorld world;

    @Test
    void everyChangedBitOfABundleIsFound() throws Exception {
        ProvenDossier dossier = ProvenDossier.takenIn(archive);
        byte[] bundle = dossier.bundle();
        String key = dossier.vkey();
        Random random = new Random(SEED);
        int unnoticed = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            long bit = random.nextLong(bundle.length * 8L);
            bundle[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
            if (ProvenDossier.verify(bundle, key).holds()) {
                unnoticed++;
                System.out.println("unnoticed: bit " + bit);
            }
            bundle[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
        }
        double[] millis = new double[CHECKS];
        for (int check = 0; check < CHECKS; check++) {
            long begin = System.nanoTime();
            assertThat(ProvenDossier.verify(bundle, key).holds()).isTrue();
            millis[check] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        world.done(1000);
        world.settle();

        Map<String, Double> goals = new TreeMap<>();
        goals.put("G8.unnoticed", (double) unnoticed);
        goals.put("G8.verify.p99", millis[CHECKS * 99 / 100]);
        goals.put(
                "G8.lag",
                Double.valueOf(
                        world.ask(
                                        "SELECT max(extract(epoch FROM logged_at - recorded_at))::text"
                                                + " FROM evidence_entry")
                                .getFirst()));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("flips", FLIPS);
        detail.put("seed", SEED);
        detail.put("bundleBytes", bundle.length);
        detail.put("verifyMedianMs", millis[CHECKS / 2]);
        detail.put("entries", world.head().size());
        String json =
                new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("goals", goals, "detail", detail));
        System.out.println(json);
        String file = System.getProperty("archive.bench.json", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), json);
        }
    }
}

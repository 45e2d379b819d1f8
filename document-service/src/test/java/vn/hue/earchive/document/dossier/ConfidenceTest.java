package vn.hue.earchive.document.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The level of a dossier from counts. Red when it differs from that of its documents. */
class ConfidenceTest {

    @Test
    void isThatOfTheDocumentsWhateverComesAndGoes() {
        Random random = new Random(20261122);
        for (int run = 0; run < 200; run++) {
            List<String> documents = new ArrayList<>();
            Confidence confidence = Confidence.NONE;
            for (int step = 0; step < 30; step++) {
                if (!documents.isEmpty() && random.nextBoolean()) {
                    confidence =
                            confidence.minus(documents.remove(random.nextInt(documents.size())));
                } else {
                    String level = "0" + (1 + random.nextInt(3));
                    documents.add(level);
                    confidence = confidence.plus(level);
                }
                assertThat(confidence.level()).isEqualTo(expected(documents));
            }
        }
    }

    private static String expected(List<String> documents) {
        List<String> kinds = documents.stream().distinct().toList();
        return kinds.isEmpty() ? "01" : kinds.size() > 1 ? "03" : kinds.getFirst();
    }
}

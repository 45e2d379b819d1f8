package vn.hue.earchive.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** The steps of a dossier, each one call of one user. */
final class Journey {

    /**
     * From the submission to two copies; a machine with two cores restarts a service in the
     * meantime.
     */
    static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(3);

    private final User clerk;
    private final User specialist;
    private final User archivist;

    Journey(User clerk, User specialist, User archivist) {
        this.clerk = clerk;
        this.specialist = specialist;
        this.archivist = archivist;
    }

    /** A document number that no earlier run has used. */
    static String unusedNumber() {
        return Long.toString(1_000 + ThreadLocalRandom.current().nextLong(98_000));
    }

    Answer upload(Sample file) {
        return clerk.stream(
                        "/v1/uploads?securityClass=NONE&fileName=" + User.encoded(file.name()),
                        "application/pdf",
                        file.bytes())
                .is(201);
    }

    Answer register(String uploadId, String number, String subject) {
        return clerk.post(
                        "/v1/incoming-documents",
                        Map.ofEntries(
                                Map.entry("typeCode", "10"),
                                Map.entry("number", number),
                                Map.entry("notation", "KH-UBND"),
                                Map.entry("issuedDate", "2025-04-15"),
                                Map.entry("issuerName", "Ủy ban nhân dân thành phố Huế"),
                                Map.entry("subject", subject),
                                Map.entry("languages", List.of("01")),
                                Map.entry("pageCount", 1),
                                Map.entry("accessMode", "01"),
                                Map.entry("confidenceLevel", "02"),
                                Map.entry("urgency", "0"),
                                Map.entry("securityClass", "NONE"),
                                Map.entry(
                                        "files",
                                        List.of(Map.of("uploadId", uploadId, "role", "MAIN")))))
                .is(201);
    }

    /**
     * Opens the first line of the dossier list of the specialist's own agency that nobody has
     * opened yet.
     */
    Answer openFromTheList() {
        String list = specialist.get("/v1/dossier-lists").is(200).json().at("/items/0/id").asText();
        for (JsonNode line :
                specialist
                        .get("/v1/dossier-lists/" + list + "/items")
                        .is(200)
                        .json()
                        .path("items")) {
            Answer answer =
                    specialist.post(
                            "/v1/dossiers", Map.of("dossierListItemId", line.path("id").asText()));
            if (answer.status() != 409) {
                assertThat(answer.is(201).text("title")).isEqualTo(line.path("title").asText());
                return answer;
            }
        }
        throw new AssertionError("Every line of the dossier list is open already");
    }

    /** A dossier that is not on the list of the year. */
    Answer openAdHoc(String notation, String title) {
        return specialist
                .post(
                        "/v1/dossiers",
                        Map.of(
                                "notation",
                                notation,
                                "title",
                                title,
                                "retentionRuleCode",
                                "G1.14",
                                // What is scanned has a paper original somewhere.
                                "paperFileCode",
                                "GIAY-" + notation))
                .is(201);
    }

    Answer file(String dossierId, String documentId) {
        String etag = specialist.get("/v1/dossiers/" + dossierId).is(200).etag();
        return specialist
                .post(
                        "/v1/dossiers/" + dossierId + "/documents",
                        etag,
                        Map.of("documentId", documentId))
                .is(201);
    }

    Answer close(String dossierId) {
        String etag = specialist.get("/v1/dossiers/" + dossierId).is(200).etag();
        return specialist.post("/v1/dossiers/" + dossierId + "/closure", etag, Map.of()).is(200);
    }

    Answer submit(String dossierId) {
        return specialist.post("/v1/submissions", Map.of("dossierIds", List.of(dossierId))).is(201);
    }

    /** Waits until the archive has decided and says what; the reasons stand in the failure. */
    Answer accepted(String submissionId) {
        return await(
                "the archive accepts",
                () -> {
                    Answer submission = specialist.get("/v1/submissions/" + submissionId).is(200);
                    assertThat(submission.text("state"))
                            .as(submission.json()::toString)
                            .isEqualTo("ACCEPTED");
                    return submission;
                });
    }

    /** Waits until the required number of copies exists. */
    Answer replicated(String dossierId) {
        return await(
                "two copies exist",
                () -> {
                    Answer holding = archivist.get("/v1/holdings/" + dossierId).is(200);
                    assertThat(holding.text("state"))
                            .as(holding.json()::toString)
                            .isEqualTo("REPLICATED");
                    return holding;
                });
    }

    static <T> T await(String what, Callable<T> check) {
        AtomicReference<T> seen = new AtomicReference<>();
        Awaitility.await(what)
                .atMost(ARCHIVED_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> seen.set(check.call()));
        return seen.get();
    }
}

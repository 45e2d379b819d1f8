package vn.hue.earchive.document.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.HandlingActs;
import vn.hue.earchive.document.Outgoing;
import vn.hue.earchive.document.PlayedArchive;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.TestClock;
import vn.hue.earchive.document.Work;

/**
 * A year of one ward's work, played through the interface by everybody in their role: what comes in
 * and goes out, who handles it, dossiers, hand-over, the closing of the registers. Every count that
 * the service gives is the one that the players kept. The build plays a small year; {@code
 * -Darchive.year.documents=4000} plays a real one. The papers lie in {@code target/papers/year}.
 *
 * <p>Red when a number is left out or given twice, a register, a statistic, a dossier or the inbox
 * counts otherwise than the others, or a later change of a closed register goes unseen.
 */
@QuarkusTest
class YearOfWorkTest {

    private static final Logger LOG = Logger.getLogger(YearOfWorkTest.class);
    private static final int YEAR = 2025;
    private static final int DOCUMENTS = Integer.getInteger("archive.year.documents", 60);
    private static final int DOSSIERS_OF_A_BATCH = 10;

    @Inject TestClock clock;
    @Inject PlayedArchive archive;

    private Ward ward = new Ward(TestAgency.city());

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aYearOfWorkAddsUp() throws Exception {
        Work.importSchedule();
        ward = new Ward(TestAgency.named("UBND phường Thuận Hóa"));
        YearOfWork work = new YearOfWork(ward, clock, YEAR, 20_250_101L);
        Instant start = Instant.now();

        work.plan(DOCUMENTS);
        work.play(DOCUMENTS);
        Duration played = Duration.between(start, Instant.now());
        List<String> closed = closeDossiers(work.dossiers());
        String incoming = closeRegister("incoming", work.tally().incoming);
        String outgoing = closeRegister("outgoing", work.tally().outgoing + work.tally().voided);
        changeWhatIsSealed(work);
        List<UUID> submissions = handOver(closed);

        reconcile(work);
        seals(incoming, outgoing);
        new YearPapers(ward, YEAR).print(work, submissions.getFirst(), incoming, outgoing);
        LOG.infof(
                "Played %d incoming (%d by message) and %d outgoing documents in %d dossiers: %s,"
                        + " %.0f ms each; with hand-over and papers: %s",
                work.tally().incoming,
                work.tally().byMessage,
                work.tally().outgoing,
                work.dossiers().size(),
                played,
                (double) played.toMillis() / DOCUMENTS,
                Duration.between(start, Instant.now()));
    }

    /** On the last day of the year; one goes on into the next. */
    private List<String> closeDossiers(List<String> dossiers) {
        clock.moveTo(Instant.parse("2025-12-31T09:30:00Z"));
        List<String> closing =
                ward.all("/v1/dossiers?year=" + YEAR).stream()
                        .filter(d -> Ward.count(d, "documentCount") > 0)
                        .map(d -> (String) d.get("id"))
                        .filter(id -> !id.equals(dossiers.getLast()))
                        .toList();
        closing.forEach(ward::closes);
        return closing;
    }

    private String closeRegister(String register, int lines) {
        clock.moveTo(Instant.parse("2026-01-05T02:00:00Z"));
        JsonPath closing = ward.closesRegister(register, YEAR);
        assertThat(closing.getInt("lines")).as(register).isEqualTo(lines);
        return closing.getString("id");
    }

    /** Last year's work goes on: it is taken over, recalled, and a line gets a note. */
    private void changeWhatIsSealed(YearOfWork work) {
        clock.moveTo(Instant.parse("2026-01-12T02:00:00Z"));
        for (String document : work.assignedLate()) {
            HandlingActs.start(ward.agency(), document);
        }
        Outgoing.step(
                        ward.agency(),
                        work.lastIssued(),
                        "recall",
                        Map.of("reason", "Ban hành chưa đúng thẩm quyền"))
                .statusCode(200);
    }

    /** In batches; one dossier comes back first, one is held back. */
    private List<UUID> handOver(List<String> closed) throws Exception {
        clock.moveTo(Instant.parse("2026-02-02T02:00:00Z"));
        ward.holdsBack(closed.getLast(), LocalDate.of(2026, 12, 31));
        List<String> going = closed.subList(0, closed.size() - 1);
        List<UUID> submissions = new java.util.ArrayList<>();
        for (int from = 0; from < going.size(); from += DOSSIERS_OF_A_BATCH) {
            List<String> batch =
                    going.subList(from, Math.min(going.size(), from + DOSSIERS_OF_A_BATCH));
            UUID submission = ward.submits(batch);
            submissions.add(submission);
            String returned = from == 0 ? batch.getLast() : "";
            for (String dossier : batch) {
                UUID id = UUID.fromString(dossier);
                if (dossier.equals(returned)) {
                    archive.giveBack(ward.agency(), id, submission, 1);
                } else {
                    archive.accept(ward.agency(), id, submission, 1);
                }
            }
            String minutes = "/v1/submissions/" + submission;
            PlayedArchive.await(ward.agency(), minutes, "minutes", minutes + "/minutes");
            ward.confirms(submission);
            if (!returned.isEmpty()) {
                submissions.add(again(returned));
            }
        }
        return submissions;
    }

    private UUID again(String returned) throws Exception {
        Work.close(ward.agency(), returned);
        UUID submission = ward.submits(List.of(returned));
        archive.accept(ward.agency(), UUID.fromString(returned), submission, 2);
        PlayedArchive.await(
                ward.agency(), "/v1/dossiers/" + returned, "state", "IN_AGENCY_ARCHIVE");
        return submission;
    }

    /** Registers = numbers = statistics = dossiers + inbox + what went back. */
    private void reconcile(YearOfWork work) {
        YearOfWork.Tally done = work.tally();
        List<Map<String, Object>> arrived = ward.all("/v1/incoming-documents?year=" + YEAR);
        List<Map<String, Object>> numbers = ward.all("/v1/outgoing-numbers?year=" + YEAR);
        List<Map<String, Object>> issued = ward.all("/v1/outgoing-documents?year=" + YEAR);
        List<Map<String, Object>> dossiers = ward.all("/v1/dossiers?year=" + YEAR);

        assertThat(numbersOf(arrived, "arrivalNumber")).containsExactlyElementsOf(from1(arrived));
        numbers.stream()
                .collect(Collectors.groupingBy(n -> n.get("series")))
                .forEach((series, of) ->
                        assertThat(numbersOf(of, "number"))
                                .as("series %s", series)
                                .containsExactlyElementsOf(from1(of)));
        assertThat(numbers.stream().filter(n -> "USED".equals(n.get("state"))))
                .extracting(n -> n.get("documentId"))
                .containsExactlyInAnyOrderElementsOf(
                        issued.stream().map(d -> d.get("id")).toList());

        assertThat(arrived).hasSize(done.incoming);
        assertThat(issued).hasSize(done.outgoing);
        assertThat(numbers).hasSize(done.outgoing + done.voided);
        JsonPath documents = statistics("0804");
        assertThat(total(documents, "incoming")).isEqualTo(done.incoming);
        assertThat(total(documents, "outgoing")).isEqualTo(done.outgoing);
        assertThat(total(statistics("0805"), "dossiers")).isEqualTo(dossiers.size());

        List<Map<String, Object>> inbox = ward.all("/v1/unfiled-documents");
        assertThat(inbox).hasSize(done.late);
        ward.agency()
                .as("leader")
                .get("/v1/overview")
                .then()
                .body("unfiledDocuments", equalTo(done.late));
        assertThat(sum(dossiers, "documentCount") + inbox.size() + done.withdrawn)
                .isEqualTo(done.incoming + done.outgoing);
        assertThat(sum(dossiers, "pageCount"))
                .isEqualTo(statistics("0805").getLong("sections[0].pages"));
    }

    private JsonPath statistics(String form) {
        return ward.agency()
                .as("leader")
                .get("/v1/statistics/" + form + "/" + YEAR)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int total(JsonPath statistics, String subject) {
        return statistics.getInt("sections.find { it.subject == '" + subject + "' }.total");
    }

    private static List<Long> numbersOf(List<Map<String, Object>> items, String member) {
        return items.stream().map(i -> Ward.count(i, member)).sorted().toList();
    }

    private static List<Long> from1(List<?> items) {
        return LongStream.rangeClosed(1, items.size()).boxed().toList();
    }

    private static long sum(List<Map<String, Object>> items, String member) {
        return items.stream().mapToLong(i -> Ward.count(i, member)).sum();
    }

    private void seals(String... closings) {
        for (String closing : closings) {
            ward.agency()
                    .as("auditor")
                    .get("/v1/register-closings/" + closing + "/verification")
                    .then()
                    .body("intact", equalTo(true))
                    .body("unexplainedLines", equalTo(0));
        }
    }
}

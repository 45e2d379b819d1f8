package vn.hue.earchive.archive.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.fixity.Papers;
import vn.hue.earchive.document.events.AgencyRegistered;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.time.LegalDate;
import vn.hue.earchive.local.TestTokens;

/** Fonds, the accession register and the statistics of the archive, through the interface. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class AccessionTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject ArchiveWorld world;
    @Inject Papers papers;

    private final UUID agency = Ids.next();
    private final int year = LocalDate.now(LegalDate.ZONE).getYear();

    /** Two documents of three pages each, and two photos; with the bytes of {@link #BYTES}. */
    private static TestDossier dossier() {
        return TestDossier.lawful()
                .photo("một.jpg", TestDossier.jpeg(1_000))
                .photo("hai.jpg", TestDossier.jpeg(2_000));
    }

    private static final int BYTES = 20_000 + 300_000 + 1_000 + 2_000;

    /**
     * Red when returned dossiers count, photos do not, or another agency's accessions are shown.
     */
    @Test
    void theRegisterSaysWhatEachSubmissionHasBrought() {
        TestDossier good = dossier();
        SubmissionSubmitted first = world.submit(agency, good, TestDossier.lawful().withoutEnd());
        awaitKept(good);
        TestDossier later = dossier();
        SubmissionSubmitted second = world.submit(agency, later);
        awaitKept(later);
        TestDossier returned = TestDossier.lawful().withoutEnd();
        world.submit(agency, returned);
        await().atMost(SOON)
                .until(() -> world.toldBriefly(returned.id).contains("1 dossier.returned.v1"));

        as("agency-archivist")
                .get("/v1/accessions?year=" + year)
                .then()
                .statusCode(200)
                .body(
                        "items.submissionId",
                        contains(second.submissionId().toString(), first.submissionId().toString()))
                .body("items[1].submittedDossiers", equalTo(2))
                .body("items[1].accepted.dossiers", equalTo(1))
                .body("items[1].accepted.documents", equalTo(2))
                .body("items[1].accepted.mediaItems", equalTo(2))
                .body("items[1].accepted.files", equalTo(4))
                .body("items[1].accepted.pages", equalTo(6))
                .body("items[1].accepted.bytes", equalTo(BYTES));
        String next =
                as("agency-archivist")
                        .get("/v1/accessions?limit=1")
                        .then()
                        .body("items", hasSize(1))
                        .extract()
                        .path("next");
        as("agency-archivist")
                .get("/v1/accessions?limit=1&cursor=" + next)
                .then()
                .body("items.submissionId", contains(first.submissionId().toString()))
                .body("next", nullValue());
        as("agency-archivist")
                .get("/v1/accessions?year=" + (year - 1))
                .then()
                .body("items", empty());
        as("agency-archivist", Ids.next()).get("/v1/accessions").then().body("items", empty());
    }

    /**
     * Red when a holding can vanish, or appear, without the register and the journal disagreeing
     * (shown here by both).
     */
    @Test
    void theRegisterIsRecomputedFromTheJournalAndWhatDiffersIsNamed() {
        TestDossier kept = dossier();
        TestDossier hidden = dossier();
        world.submit(agency, kept, hidden);
        awaitKept(kept);
        awaitKept(hidden);
        check().body("agrees", equalTo(true))
                .body("register.dossiers", equalTo(2))
                .body("journalDossiers", equalTo(2));

        UUID elsewhere = Ids.next();
        papers.change("UPDATE holding SET agency_id = ? WHERE id = ?", elsewhere, hidden.id);
        check().body("agrees", equalTo(false))
                .body("register.dossiers", equalTo(1))
                .body("journalDossiers", equalTo(2))
                .body("missingInRegister", contains(hidden.id.toString()))
                .body("missingInJournal", empty());
        as("auditor", elsewhere)
                .get("/v1/accession-checks/" + year)
                .then()
                .body("agrees", equalTo(false))
                .body("missingInJournal", contains(hidden.id.toString()));
        papers.change("UPDATE holding SET agency_id = ? WHERE id = ?", agency, hidden.id);
        check().body("agrees", equalTo(true));
    }

    /** Red when a breakdown does not add up to the total, or a read is not counted. */
    @Test
    void theStatisticsCountWhatIsHeldCameInAndWasUsed() {
        TestDossier open = dossier();
        TestDossier conditional = dossier().accessMode("02");
        world.submit(agency, open, conditional);
        awaitKept(open);
        awaitKept(conditional);
        for (TestDossier.Item item : open.items.subList(0, 2)) {
            as("specialist")
                    .get("/v1/holdings/" + open.id + "/files/" + item.fileId() + "/content")
                    .then()
                    .statusCode(200);
        }
        as("leader").get("/v1/holdings/" + open.id + "/package").then().statusCode(200);

        for (String form : new String[] {"0808", "0809"}) {
            statistics(form)
                    .body("holdings.dossiers", equalTo(2))
                    .body("holdings.bytes", equalTo(2 * BYTES))
                    .body(
                            "breakdowns.by",
                            contains("ACCESS_MODE", "ACQUIRED", "CONFIDENCE", "RETENTION"))
                    .body("breakdowns[0].parts.code", contains("01", "02"))
                    .body(
                            "breakdowns[0].parts.label",
                            contains("Công khai", "Sử dụng có điều kiện"))
                    .body("breakdowns[0].parts.holdings.documents", contains(2, 2))
                    .body(
                            "breakdowns.collect { it.parts.holdings.dossiers.sum() }.unique()",
                            contains(2));
        }
        statistics("0810")
                .body("use.times", equalTo(3))
                .body("use.dossiers", equalTo(1))
                .body("use.people", equalTo(2))
                .body("breakdowns.by", contains("KIND", "MONTH"))
                .body("breakdowns[0].parts.use.times", contains(1, 2));
        as("auditor")
                .get("/v1/holdings-statistics/0808/" + (year - 1))
                .then()
                .body("holdings.dossiers", equalTo(0))
                .body("breakdowns", empty());
        as("auditor").get("/v1/holdings-statistics/0813/" + year).then().statusCode(404);
        as("auditor")
                .get("/v1/holdings-statistics/0808/" + (year + 1))
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
    }

    /**
     * Red when an agency has no fonds, a description is lost with a rename, or a sibling reads it.
     */
    @Test
    void anAgencyHasItsFondsAndArchivistsDescribeIt() {
        announce(1, "H57.71");
        awaitCode("H57.71");
        TestDossier dossier = dossier();
        world.submit(agency, dossier);
        awaitKept(dossier);
        String fonds = "/v1/fonds/" + agency;
        as("reader")
                .get(fonds)
                .then()
                .header("ETag", equalTo("\"v1\""))
                .body("title", equalTo("Phông Ủy ban nhân dân phường Thử Nghiệm"))
                .body("status", equalTo("OPEN"))
                .body("holdings.dossiers", equalTo(1))
                .body("dateFrom", equalTo("2026-01-05"))
                .body("dateTo", equalTo("2026-11-20"));

        String described =
                """
                {"title":"Phông UBND phường Thử Nghiệm","administrativeHistory":"Thành lập ngày 01/7/2025.",
                 "languages":["09","01"],"backupRegime":false,"findingAids":"Mục lục hồ sơ"}
                """;
        describe(fonds, null, described).statusCode(428);
        describe(fonds, "\"v7\"", described).statusCode(412).body("code", equalTo("STALE_ETAG"));
        describe(fonds, "\"v1\"", "{\"title\":\" \",\"languages\":[\"12\"]}")
                .statusCode(422)
                .body("violations", hasSize(3));
        describe(fonds, "\"v1\"", described)
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""))
                .body("languages", contains("01", "09"));

        announce(2, "H57.72");
        awaitCode("H57.72");
        as("clerk")
                .get("/v1/fonds")
                .then()
                .body("items", hasSize(1))
                .body("items[0].code", equalTo("H57.72"))
                .body("items[0].title", equalTo("Phông UBND phường Thử Nghiệm"))
                .body("items[0].backupRegime", equalTo(false));
        as("agency-archivist", Ids.next()).get(fonds).then().statusCode(404);
    }

    private void announce(long version, String code) {
        world.announce(
                new AgencyRegistered(
                        agency,
                        version,
                        Instant.parse("2026-11-27T02:00:00Z"),
                        code,
                        "Ủy ban nhân dân phường Thử Nghiệm",
                        null,
                        true,
                        LocalDate.of(2025, 7, 1),
                        null,
                        false));
    }

    private void awaitCode(String code) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        as("reader").get("/v1/fonds").then().body("items.code", contains(code)));
    }

    private ValidatableResponse describe(String fonds, @Nullable String ifMatch, String body) {
        var request = as("agency-archivist").contentType("application/json").body(body);
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        return request.put(fonds + "/description").then();
    }

    private ValidatableResponse check() {
        return as("auditor").get("/v1/accession-checks/" + year).then().statusCode(200);
    }

    private ValidatableResponse statistics(String form) {
        return as("unit-head")
                .get("/v1/holdings-statistics/" + form + "/" + year)
                .then()
                .statusCode(200)
                .body("form", equalTo(form));
    }

    private void awaitKept(TestDossier dossier) {
        await().atMost(SOON)
                .until(() -> world.toldBriefly(dossier.id).contains("3 aip.replicated.v1"));
    }

    private RequestSpecification as(String role) {
        return as(role, agency);
    }

    private RequestSpecification as(String role, UUID of) {
        return given().auth()
                .oauth2(TestTokens.draft(role + ".test", of, TestDossier.AGENCY_CODE, role).sign());
    }
}

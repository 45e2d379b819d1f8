package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.numbering.NumberSeries;
import vn.hue.earchive.kit.identity.JobScope;

/** Numbers of outgoing documents: continuous, once only, reserved and void ones listed. */
@QuarkusTest
class OutgoingNumberTest {

    private static final String NUMBERS = "/v1/outgoing-numbers";
    private static final String SCHEMES = "/v1/number-schemes/";

    @Inject TestClock clock;
    @Inject NumberSeries series;
    @Inject DataSource database;

    @AfterEach
    void trueTime() {
        clock.reset();
    }

    private static Map<String, Object> notice() {
        Map<String, Object> draft = Outgoing.paper();
        draft.put("typeCode", "07");
        return draft;
    }

    private static String numberOf(TestAgency agency, Map<String, Object> draft) {
        String id = Outgoing.upTo(agency, draft, "number");
        JsonPath document = agency.as("clerk").get(Outgoing.PATH + "/" + id).jsonPath();
        return document.getString("number") + "/" + document.getString("notation");
    }

    private static JsonPath reserve(TestAgency agency, String type) {
        return agency.creating("clerk")
                .body(Map.of("typeCode", type, "reason", "Chờ phụ lục"))
                .post(NUMBERS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void decide(TestAgency agency, int year, Map<String, Object> scheme) {
        agency.as("leader")
                .contentType("application/json")
                .body(scheme)
                .put(SCHEMES + year)
                .then()
                .statusCode(200);
    }

    /**
     * Red when numbers come from a sequence (the refused document in between would leave a gap) or
     * from a plain select and update (doubles).
     */
    @Test
    void fiftyParallelDocumentsGetFiftyConsecutiveNumbers() throws Exception {
        TestAgency agency = TestAgency.fresh();
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String id = Outgoing.upTo(agency, Outgoing.paper(), "signature");
            all.add(() ->
                    Long.parseLong(
                            Outgoing.step(agency, id, "number", Map.of())
                                    .statusCode(200)
                                    .extract()
                                    .path("number")));
        }
        String unsigned = Outgoing.upTo(agency, Outgoing.paper(), "approval");
        List<Long> numbers = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> refused =
                    people.submit(() ->
                            Problems.expect(
                                    Outgoing.step(agency, unsigned, "number", Map.of()),
                                    409,
                                    "OUTGOING_STATE_FORBIDS"));
            for (Future<Long> one : people.invokeAll(all)) {
                numbers.add(one.get());
            }
            refused.get();
        }
        assertThat(numbers.stream().sorted().toList())
                .isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
    }

    /** Red when the year is taken in UTC, or a number below ten is written without its 0. */
    @Test
    void theFirstOfJanuaryStartsAtOneWithALeadingZero() {
        TestAgency agency = TestAgency.fresh();
        clock.moveTo(Instant.parse("2026-12-31T16:59:00Z"));
        assertThat(numberOf(agency, Outgoing.paper())).isEqualTo("01/QĐ-UBND");
        assertThat(numberOf(agency, Outgoing.paper())).isEqualTo("02/QĐ-UBND");

        clock.moveTo(Instant.parse("2026-12-31T17:00:30Z"));

        assertThat(numberOf(agency, Outgoing.paper())).isEqualTo("01/QĐ-UBND");
        agency.as("clerk")
                .queryParam("year", 2027)
                .get(NUMBERS)
                .then()
                .body("items.number", contains(1));
    }

    @Test
    void eachTypeHasItsSeriesUnlessTheHeadDecidesOtherwise() {
        TestAgency perType = TestAgency.fresh();
        assertThat(numberOf(perType, Outgoing.paper())).isEqualTo("01/QĐ-UBND");
        assertThat(numberOf(perType, notice())).isEqualTo("01/TB-UBND");
        TestAgency one = TestAgency.fresh();
        clock.moveTo(Instant.parse("2030-03-01T03:00:00Z"));
        decide(one, 2030, Map.of("mode", "ONE"));

        assertThat(numberOf(one, Outgoing.paper())).isEqualTo("01/QĐ-UBND");
        assertThat(numberOf(one, notice())).isEqualTo("02/TB-UBND");
    }

    @Test
    void groupsShareASeriesAndTheOthersAnother() {
        TestAgency agency = TestAgency.fresh();
        clock.moveTo(Instant.parse("2030-03-01T03:00:00Z"));
        decide(
                agency,
                2030,
                Map.of(
                        "mode", "GROUPS",
                        "groups", Map.of("decisions", List.of("02", "03")),
                        "issuerAbbreviation", "ĐU"));
        Map<String, Object> directive = Outgoing.paper();
        directive.put("typeCode", "03");

        assertThat(numberOf(agency, Outgoing.paper())).isEqualTo("01/QĐ-ĐU");
        assertThat(numberOf(agency, directive)).isEqualTo("02/CT-ĐU");
        assertThat(numberOf(agency, notice())).isEqualTo("01/TB-ĐU");
    }

    /** Red when documents of legal norms are counted with the administrative ones. */
    @Test
    void documentsOfLegalNormsHaveTheirOwnSeriesPerType() {
        TestAgency agency = TestAgency.fresh();
        clock.moveTo(Instant.parse("2030-03-01T03:00:00Z"));
        decide(agency, 2030, Map.of("mode", "ONE"));
        Map<String, Object> norm = Outgoing.paper();
        norm.put("legalNormative", true);
        assertThat(numberOf(agency, Outgoing.paper())).isEqualTo("01/QĐ-UBND");

        assertThat(numberOf(agency, norm)).isEqualTo("01/2030/QĐ-UBND");

        norm.put("typeCode", "07");
        Problems.expectFinding(
                agency.creating("specialist").body(norm).post(Outgoing.PATH).then(),
                "/typeCode",
                "UNKNOWN_CODE");
    }

    @Test
    void aSchemeInUseStandsAndTheNextYearTakesItOver() {
        TestAgency agency = TestAgency.fresh();
        clock.moveTo(Instant.parse("2030-03-01T03:00:00Z"));
        decide(agency, 2030, Map.of("mode", "ONE"));
        reserve(agency, "02");
        String etag = Work.etag(agency, SCHEMES + 2030);

        Problems.expect(
                agency.as("leader")
                        .contentType("application/json")
                        .header("If-Match", etag)
                        .body(Map.of("mode", "PER_TYPE"))
                        .put(SCHEMES + 2030)
                        .then(),
                409,
                "NUMBER_SCHEME_IN_USE");
        agency.as("clerk")
                .get(SCHEMES + 2031)
                .then()
                .body("mode", equalTo("ONE"))
                .body("inUse", equalTo(false));
        Problems.expectFinding(
                agency.as("leader")
                        .contentType("application/json")
                        .body(Map.of("mode", "PER_TYPE"))
                        .put(SCHEMES + 2029)
                        .then(),
                "/year",
                "YEAR_IS_OVER");
        Problems.expectFinding(
                agency.as("leader")
                        .contentType("application/json")
                        .body(
                                Map.of(
                                        "mode",
                                        "GROUPS",
                                        "groups",
                                        Map.of("a", List.of("02"), "b", List.of("02"))))
                        .put(SCHEMES + 2031)
                        .then(),
                "/groups/b",
                "DUPLICATE_CODE");
    }

    @Test
    void aReservedNumberIsUsedWithTheDayItWasTaken() {
        TestAgency agency = TestAgency.fresh();
        clock.moveTo(Instant.parse("2030-03-01T03:00:00Z"));
        String reserved = reserve(agency, "02").getString("id");
        assertThat(numberOf(agency, Outgoing.paper())).isEqualTo("02/QĐ-UBND");
        clock.moveTo(Instant.parse("2030-03-05T03:00:00Z"));
        String other = Outgoing.upTo(agency, notice(), "signature");
        Problems.expectFinding(
                Outgoing.step(agency, other, "number", Map.of("numberId", reserved)),
                "/numberId",
                "OTHER_SERIES");
        String id = Outgoing.upTo(agency, Outgoing.paper(), "signature");
        Problems.expectFinding(
                Outgoing.step(
                        agency,
                        id,
                        "number",
                        Map.of("numberId", reserved, "issuedDate", "2030-02-28")),
                "/issuedDate",
                "DATE_OF_NUMBER");

        Outgoing.step(agency, id, "number", Map.of("numberId", reserved))
                .statusCode(200)
                .body("number", equalTo("01"))
                .body("issuedDate", equalTo("2030-03-01"));

        String late = Outgoing.upTo(agency, Outgoing.paper(), "signature");
        Problems.expect(
                Outgoing.step(agency, late, "number", Map.of("numberId", reserved)),
                409,
                "OUTGOING_NUMBER_STATE_FORBIDS");
    }

    /** Red when a void number disappears from the list or is given a second time. */
    @Test
    void aVoidNumberStaysListedWithItsReason() {
        TestAgency agency = TestAgency.fresh();
        JsonPath reserved = reserve(agency, "02");
        String id = Outgoing.upTo(agency, Outgoing.paper(), "agency-signature");
        agency.creating("clerk")
                .header("If-Match", "\"v1\"")
                .body(Map.of("reason", "Không ban hành"))
                .post(NUMBERS + "/" + reserved.getString("id") + "/voiding")
                .then()
                .statusCode(200)
                .body("state", equalTo("VOID"));

        Outgoing.step(agency, id, "number-voiding", Map.of("reason", "Sai thể thức"))
                .statusCode(200)
                .body("state", equalTo("DRAFT"));

        agency.as("clerk")
                .queryParam("state", "VOID")
                .get(NUMBERS)
                .then()
                .body("items.written", contains("02", "01"))
                .body("items.reason", contains("Sai thể thức", "Không ban hành"));
        assertThat(numberOf(agency, Outgoing.paper())).isEqualTo("03/QĐ-UBND");
    }

    /**
     * Red when the refusal of a number that the year has already leaves a gap, or lets it through.
     */
    @Test
    void refusesNumberAndNotationThatTheYearHasAndGivesTheNumberBack() {
        TestAgency agency = TestAgency.fresh();
        assertThat(numberOf(agency, notice())).isEqualTo("01/TB-UBND");
        Map<String, Object> same = Outgoing.paper();
        same.put("notation", "tb-UBND");
        String id = Outgoing.upTo(agency, same, "signature");

        Problems.expect(
                Outgoing.step(agency, id, "number", Map.of()), 409, "OUTGOING_NUMBER_TAKEN");

        agency.as("clerk")
                .get(NUMBERS)
                .then()
                .body("items", hasSize(1))
                .body("items.series", everyItem(equalTo("out:type:07")));
        assertThat(numberOf(agency, Outgoing.paper())).isEqualTo("01/QĐ-UBND");
    }

    /** Red when a number is taken outside the transaction that may still die. */
    @Test
    void aProcessThatDiesGivesItsNumberBack() throws SQLException {
        TestAgency agency = TestAgency.fresh();
        assertThat(take(agency)).isEqualTo(1);
        try (Connection killer = database.getConnection()) {
            assertThatThrownBy(() ->
                            JobScope.transaction(
                                    "test",
                                    () -> {
                                        series.take(agency.id(), 2026, "out:all");
                                        kill(killer, backend());
                                        return series.take(agency.id(), 2026, "out:all");
                                    }))
                    .isInstanceOf(RuntimeException.class);
        }

        assertThat(take(agency)).isEqualTo(2);
    }

    private long take(TestAgency agency) {
        return JobScope.transaction("test", () -> series.take(agency.id(), 2026, "out:all"));
    }

    /** Of the current transaction's connection. */
    private int backend() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void kill(Connection killer, int backend) {
        try (Statement statement = killer.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_terminate_backend(" + backend + ")")) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherAgencyNumbersByItself() {
        assertThat(numberOf(TestAgency.fresh(), Outgoing.paper())).isEqualTo("01/QĐ-UBND");
        assertThat(numberOf(TestAgency.fresh(), Outgoing.paper())).isEqualTo("01/QĐ-UBND");
    }

    @Test
    void listsByCursor() {
        TestAgency agency = TestAgency.fresh();
        for (int i = 0; i < 3; i++) {
            reserve(agency, "02");
        }
        String next =
                agency.as("clerk")
                        .queryParam("limit", 2)
                        .get(NUMBERS)
                        .then()
                        .body("items.written", contains("03", "02"))
                        .extract()
                        .path("next");
        agency.as("clerk")
                .queryParam("cursor", next)
                .get(NUMBERS)
                .then()
                .body("items.written", containsInAnyOrder("01"));
    }
}

package vn.hue.earchive.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.kit.identity.AccessMatrix;
import vn.hue.earchive.kit.identity.AccessMatrix.Operation;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.local.TestTokens;

/**
 * Every operation × every role × the caller's relation to the object. The expected rights stand in
 * {@code access-matrix.properties}, apart from the code. Red when an endpoint has no row there,
 * when a role may more or less than its row says, or when another agency's object answers anything
 * but 404.
 */
@QuarkusTest
class AccessMatrixTest {

    /** Operations on no object, or on the city's reference data, which belongs to no agency. */
    private static final Set<String> COMMON =
            Set.of(
                    "getIncomingDocumentTemplate",
                    "getOutgoingDocumentTemplate",
                    "getDossierTemplate",
                    "registerAgency",
                    "getAgency",
                    "listAgencies",
                    "registerOrganAlias",
                    "listOrganAliases",
                    "getCodeList",
                    "listStatutoryPeriods",
                    "importRetentionSchedule",
                    "checkRetentionSchedule",
                    "approveRetentionSchedule",
                    "listRetentionSchedules",
                    "getRetentionSchedule",
                    "listRetentionRuleMapping",
                    "listRetentionSources",
                    "getRetentionGuide",
                    "getRetentionStatistics",
                    "findRetentionRules");

    /** As bytes: REST Assured does not write text of every media type. */
    private static final byte[] EMPTY = {'{', '}'};

    private static final byte[] NONSENSE = {'x'};

    @Inject AccessMatrix matrix;

    @Test
    void everyOperationHasTheRolesOfItsRow() throws IOException {
        Map<String, Set<String>> expected = rows();
        Map<String, Set<String>> actual = new TreeMap<>();
        for (Operation operation : ours()) {
            actual.put(
                    operation.id(),
                    operation.roles().stream().map(Role::token).collect(Collectors.toSet()));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void aRoleWithoutTheRightIsRefusedAndOneWithItIsNot() throws IOException {
        TestAgency own = TestAgency.fresh();
        Map<String, Set<String>> rows = rows();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : ours()) {
            Set<String> permitted = rows.getOrDefault(operation.id(), Set.of());
            for (Role role : Role.values()) {
                int status = call(operation, own.creating(role.token())).statusCode();
                boolean may = permitted.contains(role.token());
                boolean refused = status == 401 || status == 403;
                if (status >= 500 || refused == may) {
                    wrong.add(operation.id() + " " + role.token() + " " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void withoutAGoodTokenNothingIsAnswered() {
        TestAgency own = TestAgency.fresh();
        List<String> tokens =
                List.of(
                        TestTokens.draft("x", own.id(), own.code(), "clerk").expired().sign(),
                        TestTokens.draft("x", own.id(), own.code(), "clerk")
                                .issuedBy("http://elsewhere")
                                .sign(),
                        TestTokens.draft("x", own.id(), own.code(), "clerk")
                                .forAudience("other")
                                .sign(),
                        TestTokens.draft("x", own.id(), own.code(), "clerk").asIdToken().sign(),
                        TestTokens.draft("x", own.id(), own.code(), "clerk")
                                .signedByStranger()
                                .sign());
        List<String> wrong = new ArrayList<>();
        for (Operation operation : ours()) {
            check(operation, given(), "none", wrong);
            for (int i = 0; i < tokens.size(); i++) {
                check(operation, given().auth().oauth2(tokens.get(i)), "token " + i, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(
            Operation operation, RequestSpecification request, String what, List<String> wrong) {
        Response answer =
                call(
                        operation,
                        request.header("Idempotency-Key", UUID.randomUUID().toString())
                                .contentType("application/json"));
        if (answer.statusCode() != 401) {
            wrong.add(operation.id() + " " + what + " " + answer.statusCode());
        }
    }

    /**
     * Red without row-level security and agency filters: the objects of {@code own} would answer.
     */
    @Test
    void theObjectsOfAnotherAgencyDoNotExist() throws IOException {
        Work.importSchedule();
        TestAgency own = TestAgency.fresh();
        TestAgency foreign = TestAgency.fresh();
        Map<String, String> objects = objects(own);
        Map<String, Set<String>> rows = rows();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : ours()) {
            if (COMMON.contains(operation.id())) {
                continue;
            }
            String path = path(operation, objects);
            for (String role : rows.getOrDefault(operation.id(), Set.of())) {
                Response answer = send(operation, foreign.creating(role), path);
                boolean hidden =
                        operation.path().contains("{")
                                ? answer.statusCode() == 404
                                : isEmptyOrRefused(operation, answer);
                if (!hidden) {
                    wrong.add(operation.id() + " " + role + " " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Lists are empty; what would create something refuses the empty body. */
    private static boolean isEmptyOrRefused(Operation operation, Response answer) {
        return operation.method().equals("GET")
                ? answer.jsonPath().getList("items").isEmpty()
                : answer.statusCode() / 100 == 4;
    }

    /** One object of each kind, by what stands before {@code {id}} in the path. */
    private static Map<String, String> objects(TestAgency own) {
        String upload = Work.upload(own, Work.pdf());
        String document = Work.register(own, Work.registration(upload));
        String dossier = Work.openDossier(own);
        Work.file(own, dossier, document);
        String submission = Work.submit(own, Work.closedDossier(own, 1)).getString("id");
        String message =
                own.creating("clerk")
                        .contentType("application/xml")
                        .body(Work.sample("incoming-document.edxml"))
                        .post("/v1/edxml-messages")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String outbound =
                own.as("clerk").get("/v1/outbound-messages").then().extract().path("items[0].id");
        String list =
                own.creating("agency-archivist")
                        .body(
                                Map.of(
                                        "year",
                                        2026,
                                        "items",
                                        List.of(
                                                Map.of(
                                                        "notation", "01",
                                                        "title", "Hồ sơ",
                                                        "retentionRuleCode", "G1.02"))))
                        .post("/v1/dossier-lists")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return Map.ofEntries(
                Map.entry("uploads", upload),
                Map.entry("incoming-documents", document),
                Map.entry("outgoing-documents", Outgoing.draft(own, Outgoing.paper())),
                Map.entry("outgoing-numbers", reservedNumber(own)),
                Map.entry("documents", document),
                Map.entry("files", upload),
                Map.entry("dossiers", dossier),
                Map.entry("submissions", submission),
                Map.entry("edxml-messages", message),
                Map.entry("arrivals", message),
                Map.entry("outbound-messages", outbound),
                Map.entry("dossier-lists", list));
    }

    private static String reservedNumber(TestAgency own) {
        return own.creating("clerk")
                .body(Map.of("typeCode", "02", "reason", "Chờ phụ lục"))
                .post("/v1/outgoing-numbers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String path(Operation operation, Map<String, String> objects) {
        StringBuilder path = new StringBuilder();
        String before = "";
        for (String part : operation.path().substring(1).split("/")) {
            String filled =
                    part.startsWith("{")
                            ? objects.getOrDefault(before, UUID.randomUUID().toString())
                            : part;
            path.append('/').append(filled);
            before = part;
        }
        return path.toString();
    }

    private static Response call(Operation operation, RequestSpecification request) {
        return send(operation, request, path(operation, Map.of()));
    }

    private static Response send(Operation operation, RequestSpecification request, String path) {
        String type =
                switch (operation.id()) {
                    case "uploadFile" -> "application/pdf";
                    case "receiveEdxmlMessage" -> "application/xml";
                    case "receiveEmail" -> "message/rfc822";
                    case "importRetentionSchedule",
                            "checkRetentionSchedule",
                            "importDossierListItems" ->
                            "text/csv";
                    default -> "application/json";
                };
        request.contentType(type).header("If-Match", "\"v1\"");
        return switch (operation.method()) {
            case "GET" -> request.get(path);
            case "DELETE" -> request.delete(path);
            case "PUT" -> request.body(EMPTY).put(path);
            case "PATCH" -> request.body(EMPTY).patch(path);
            default -> request.body(type.equals("application/json") ? EMPTY : NONSENSE).post(path);
        };
    }

    /** The operations of this service; those of the kit are tested with the kit. */
    private List<Operation> ours() {
        return matrix.operations().stream()
                .filter(o -> !o.path().startsWith("/v1/parked-events"))
                .toList();
    }

    private static Map<String, Set<String>> rows() throws IOException {
        Map<String, Set<String>> rows = new TreeMap<>();
        try (InputStream in =
                AccessMatrixTest.class.getResourceAsStream("/access-matrix.properties")) {
            String text =
                    new String(
                            in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(row -> rows.put(row[0].strip(), Set.of(row[1].strip().split(" +"))));
        }
        return rows;
    }
}

package vn.hue.earchive.document.year;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.HandlingActs;
import vn.hue.earchive.document.Outgoing;
import vn.hue.earchive.document.TestAgency;
import vn.hue.earchive.document.TestMessage;
import vn.hue.earchive.document.Work;
import vn.hue.earchive.document.text.VietnameseText;

/** The people of a ward: what each does in a day, through the interface and in their role. */
record Ward(TestAgency agency) {

    /** One page that says what it is. */
    static byte[] page(String text) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream to = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream on = new PDPageContentStream(document, page)) {
                on.beginText();
                on.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                on.newLineAtOffset(60, 700);
                on.showText(VietnameseText.fold(text).replaceAll("[^ -~]", "?"));
                on.endText();
            }
            document.save(to);
            return to.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String upload(String text) {
        return Work.upload(agency, page(text));
    }

    /** The clerk registers what came on paper or by mail and was scanned. */
    String registers(TestMessage arrived, String type, @Nullable String unit) {
        Map<String, Object> line =
                Work.registration(upload(arrived.documentId() + " " + arrived.subject()));
        line.put("typeCode", type);
        line.put("number", arrived.number());
        line.put("notation", arrived.notation());
        line.put("issuedDate", arrived.date().toString());
        line.put("issuerName", arrived.name());
        line.put("subject", arrived.subject());
        if (unit != null) {
            line.put("assignee", unit);
        }
        return Work.register(agency, line);
    }

    /** The clerk registers a message of another agency. */
    String receives(TestMessage arrived) {
        return TestMessage.register(
                agency,
                TestMessage.receive(
                        agency,
                        arrived.document(page(arrived.documentId() + " " + arrived.subject()))));
    }

    /** The clerk accepts what the sender tells of it later. */
    void accepts(String message) {
        TestMessage.decide(agency, TestMessage.receive(agency, message), "acceptance", "{}")
                .statusCode(200);
    }

    void assigns(String document, String unit, LocalDate due) {
        HandlingActs.act(agency, document, "submission", Map.of("leader", "Nguyễn Văn An"))
                .statusCode(200);
        HandlingActs.act(
                        agency,
                        document,
                        "assignment",
                        Map.of("leadUnit", unit, "dueDate", due.toString()))
                .statusCode(200);
    }

    void completes(String document, String result) {
        HandlingActs.start(agency, document);
        HandlingActs.act(agency, document, "completion", Map.of("result", result)).statusCode(200);
    }

    void ends(String document, String act, String reason) {
        HandlingActs.act(agency, document, act, Map.of("reason", reason)).statusCode(200);
    }

    /** From the draft of the specialist to the issue by the clerk. */
    String issues(String type, String subject, String unit, @Nullable String answers) {
        Map<String, Object> draft = Outgoing.electronic(upload("Du thao " + subject));
        draft.put("typeCode", type);
        draft.put("subject", subject);
        draft.put("draftingUnit", unit);
        draft.put("copies", 2);
        draft.put("signerName", "Nguyễn Văn An");
        draft.put(
                "recipients",
                List.of(
                        Map.of("organId", "H57", "name", "Ủy ban nhân dân thành phố Huế"),
                        Map.of("name", unit),
                        Map.of("name", "Lưu: VT")));
        if (answers != null) {
            draft.put("answersId", answers);
        }
        String id = Outgoing.draft(agency, draft);
        for (String step :
                List.of("review", "approval", "signature", "number", "agency-signature", "issue")) {
            Map<String, Object> body =
                    step.endsWith("signature")
                            ? Map.of("signedFile", upload(step + " " + subject))
                            : Map.of();
            Outgoing.step(agency, id, step, body).statusCode(200);
        }
        return id;
    }

    /** A number is kept for a document that does not come. */
    void reservesInVain(String type) {
        String id =
                agency.creating("clerk")
                        .body(Map.of("typeCode", type, "reason", "Chờ văn bản ký gấp trong ngày"))
                        .post("/v1/outgoing-numbers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        agency.creating("clerk")
                .header("If-Match", "\"v1\"")
                .body(Map.of("reason", "Không ban hành văn bản"))
                .post("/v1/outgoing-numbers/" + id + "/voiding")
                .then()
                .statusCode(200);
    }

    /** The year's dossier list, approved, and a dossier of each of its lines. */
    List<String> plans(int year, List<Map<String, Object>> lines) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        String list = Work.listInUse(agency, year, lines.toArray(new Map[0]));
        List<String> dossiers = new ArrayList<>();
        for (Map<String, Object> line : all("/v1/dossier-lists/" + list + "/items")) {
            dossiers.add(
                    agency.creating("specialist")
                            .body(Map.of("dossierListItemId", line.get("id")))
                            .post("/v1/dossiers")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id"));
        }
        return dossiers;
    }

    /** At most a hundred documents of the inbox, each into its dossier. */
    void files(Map<String, String> dossierOf) {
        List<Map<String, String>> items = new ArrayList<>();
        dossierOf.forEach((document, dossier) ->
                items.add(Map.of("documentId", document, "dossierId", dossier)));
        agency.creating("specialist")
                .body(Map.of("items", items))
                .post("/v1/unfiled-documents/filings")
                .then()
                .statusCode(200)
                .body("filed", equalTo(items.size()))
                .body("refused", equalTo(0));
    }

    void closes(String dossier) {
        agency.as("specialist")
                .get("/v1/dossiers/" + dossier + "/closing-check")
                .then()
                .statusCode(200)
                .body("items.findAll { it.severity == 'RED' }.size()", equalTo(0));
        Work.close(agency, dossier);
    }

    UUID submits(List<String> dossiers) {
        return UUID.fromString(
                Work.submit(agency, dossiers.toArray(String[]::new)).getString("id"));
    }

    /** Unit and archive confirm the minutes that they have seen. */
    void confirms(UUID submission) {
        String minutes = "/v1/submissions/" + submission + "/minutes";
        String seen = agency.as("leader").get(minutes).path("contentSha256");
        for (String[] side :
                new String[][] {{"delivery", "specialist"}, {"receipt", "agency-archivist"}}) {
            agency.creating(side[1])
                    .header("If-Match", Work.etag(agency, minutes))
                    .body(Map.of("contentSha256", seen))
                    .post(minutes + "/" + side[0])
                    .then()
                    .statusCode(200);
        }
    }

    void holdsBack(String dossier, LocalDate until) {
        String id =
                agency.creating("specialist")
                        .body(
                                Map.of(
                                        "dossierIds", List.of(dossier),
                                        "until", until.toString(),
                                        "reason", "Còn dùng để giải quyết khiếu nại"))
                        .post("/v1/hold-backs")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        agency.creating("leader")
                .header("If-Match", Work.etag(agency, "/v1/hold-backs/" + id))
                .body(Map.of("decision", "APPROVED"))
                .post("/v1/hold-backs/" + id + "/decision")
                .then()
                .statusCode(200);
    }

    JsonPath closesRegister(String register, int year) {
        return agency.creating("clerk")
                .post("/v1/registers/" + register + "/" + year + "/closure")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Every item of a list, page by page. */
    List<Map<String, Object>> all(String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            var request = agency.as("clerk").queryParam("limit", 200);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get(path).then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        return all;
    }

    /** A number of an item, as it was read. */
    static long count(Map<String, Object> item, String member) {
        return ((Number) Objects.requireNonNull(item.get(member), member)).longValue();
    }

    byte[] fetch(String path) {
        return agency.as("leader").get(path).then().statusCode(200).extract().asByteArray();
    }
}

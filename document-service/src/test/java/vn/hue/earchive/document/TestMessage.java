package vn.hue.earchive.document;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages about one document.
 *
 * @param sender OrganId of who issued it
 */
public record TestMessage(
        String sender,
        String name,
        String number,
        String notation,
        LocalDate date,
        String typeName,
        String subject) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    /** A plan of an agency that exists for one test alone. */
    public TestMessage(String sender, String number) {
        this(
                sender,
                "Cơ quan " + sender,
                number,
                "KH-UBND",
                LocalDate.of(2025, 5, 6),
                "Kế hoạch",
                "Về việc thử nghiệm");
    }

    public static TestMessage fresh() {
        int n = NEXT.getAndIncrement();
        return new TestMessage("K99." + n, String.valueOf(n));
    }

    public String documentId() {
        return sender + "," + DAY.format(date) + "," + number + "/" + notation;
    }

    /** The message of a new document with one file. */
    public String document() {
        return document(Work.pdf());
    }

    public String document(byte[] file) {
        return brings(0, number, "", file);
    }

    public String update(byte[] file) {
        return brings(2, number, "<DocumentId>" + documentId() + "</DocumentId>", file);
    }

    /** Another document in the place of this one. */
    public String replacement(String newNumber, byte[] file) {
        return brings(
                3,
                newNumber,
                "<ReplacementInfoList><ReplacementInfo><DocumentId>"
                        + documentId()
                        + "</DocumentId></ReplacementInfo></ReplacementInfoList>",
                file);
    }

    public String recall() {
        return header(1, number, "<BussinessDocReason>Ban hành nhầm</BussinessDocReason>")
                + "</edXML>";
    }

    /** What this agency tells of a document of ours. */
    public String status(String code, String documentId, String timestamp) {
        return """
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><MessageHeader>
        <From><OrganId>%s</OrganId></From><ResponseFor><OrganId>H57</OrganId>
        <DocumentId>%s</DocumentId></ResponseFor><StatusCode>%s</StatusCode>
        <Description>Đã tiếp nhận</Description><Timestamp>%s</Timestamp></MessageHeader></edXML>
        """
                .formatted(sender, documentId, code, timestamp);
    }

    private String brings(int type, String as, String business, byte[] file) {
        return header(type, as, business)
                + "<Attachment><AttachmentName>"
                + as
                + ".pdf</AttachmentName><ContentTransferEncoded>"
                + Base64.getEncoder().encodeToString(file)
                + "</ContentTransferEncoded></Attachment></edXML>";
    }

    private String header(int type, String as, String business) {
        return """
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><MessageHeader>
        <From><OrganId>%1$s</OrganId><OrganName>%5$s</OrganName></From>
        <DocumentId>%1$s,%6$s,%2$s/%7$s</DocumentId>
        <Code><CodeNumber>%2$s</CodeNumber><CodeNotation>%7$s</CodeNotation></Code>
        <PromulgationInfo><PromulgationDate>%6$s</PromulgationDate></PromulgationInfo>
        <DocumentType><TypeName>%8$s</TypeName></DocumentType>
        <Subject>%9$s</Subject>
        <OtherInfo><PageAmount>2</PageAmount></OtherInfo></MessageHeader>
        <TraceHeaderList><Bussiness><BussinessDocType>%3$d</BussinessDocType>%4$s</Bussiness>
        </TraceHeaderList>
        """
                .formatted(
                        sender,
                        as,
                        type,
                        business,
                        name,
                        DAY.format(date),
                        notation,
                        typeName,
                        subject);
    }

    public static ValidatableResponse send(TestAgency agency, String message) {
        return agency.creating("clerk")
                .contentType("application/edxml+xml")
                .body(message.getBytes(StandardCharsets.UTF_8))
                .post("/v1/edxml-messages")
                .then();
    }

    /** Its id. */
    public static String receive(TestAgency agency, String message) {
        return send(agency, message).statusCode(201).extract().path("id");
    }

    /** The register line's id. */
    public static String register(TestAgency agency, String message) {
        return agency.creating("clerk")
                .post("/v1/edxml-messages/" + message + "/registration")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What a clerk decides: {@code return}, {@code acceptance} or {@code refusal}. */
    public static ValidatableResponse decide(
            TestAgency agency, String message, String decision, String body) {
        String path = "/v1/edxml-messages/" + message;
        String etag = agency.as("clerk").get(path).then().extract().header("ETag");
        return agency.creating("clerk")
                .header("If-Match", etag)
                .body(body)
                .post(path + "/" + decision)
                .then();
    }
}

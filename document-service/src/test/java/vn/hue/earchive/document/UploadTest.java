package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.file.ReapExpiredUploads;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;

/** Bytes on their way into the working bucket. */
@QuarkusTest
class UploadTest {

    private static final String UPLOADS = "/v1/uploads";

    @Inject @WorkingBucket ObjectStore bucket;
    @Inject ReapExpiredUploads reaper;
    @Inject TestClock clock;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @AfterEach
    void trueTime() {
        clock.reset();
    }

    private static ValidatableResponse send(
            TestAgency agency, String type, String securityClass, byte[] bytes) {
        return agency.creating("clerk")
                .contentType(type)
                .queryParam("securityClass", securityClass)
                .queryParam("fileName", "a.pdf")
                .body(bytes)
                .post(UPLOADS)
                .then();
    }

    private void expectNothingKept(TestAgency agency) {
        assertThat(bucket.list(agency.id() + "/").hasNext()).isFalse();
    }

    @Test
    void answersWithTheDigestThatItComputed() {
        TestAgency agency = TestAgency.fresh();
        byte[] pdf = Work.sample("05-CT-UBND.pdf");

        send(agency, "application/pdf", "NONE", pdf)
                .statusCode(201)
                .header("Repr-Digest", Digests.field(pdf))
                .body("sha256", equalTo(Digests.sha256(pdf)))
                .body("size", equalTo(pdf.length))
                .body("state", equalTo("STORED"));
    }

    @Test
    void aRepetitionAnswersWithTheFirstUploadAndKeepsOneObject() {
        TestAgency agency = TestAgency.fresh();
        byte[] pdf = Work.pdf();
        String key = UUID.randomUUID().toString();
        String first = keyed(agency, key, pdf).statusCode(201).extract().path("id");

        keyed(agency, key, pdf).statusCode(201).body("id", equalTo(first));

        var objects = bucket.list(agency.id() + "/");
        objects.next();
        assertThat(objects.hasNext()).isFalse();
    }

    private static ValidatableResponse keyed(TestAgency agency, String key, byte[] bytes) {
        return agency.as("clerk")
                .header("Idempotency-Key", key)
                .contentType("application/pdf")
                .queryParam("securityClass", "NONE")
                .queryParam("fileName", "a.pdf")
                .body(bytes)
                .post(UPLOADS)
                .then();
    }

    /** Red when the security class is looked at after the bytes. */
    @Test
    void refusesStateSecretsBeforeAByteIsStored() {
        TestAgency agency = TestAgency.fresh();
        Problems.expect(
                send(agency, "application/pdf", "CONFIDENTIAL", Work.pdf()),
                422,
                "STATE_SECRET_NOT_ALLOWED");
        expectNothingKept(agency);
    }

    @Test
    void refusesAWrongDigestAndKeepsNothing() {
        TestAgency agency = TestAgency.fresh();
        Problems.expect(
                agency.creating("clerk")
                        .contentType("application/pdf")
                        .header("Content-Digest", Digests.field(Work.pdf()))
                        .queryParam("securityClass", "NONE")
                        .queryParam("fileName", "a.pdf")
                        .body(Work.pdf())
                        .post(UPLOADS)
                        .then(),
                422,
                "DIGEST_MISMATCH");
        expectNothingKept(agency);
    }

    @Test
    void refusesContentThatIsNotWhatItSays() {
        TestAgency agency = TestAgency.fresh();
        Problems.expect(send(agency, "image/png", "NONE", Work.pdf()), 415, "MEDIA_TYPE_MISMATCH");
        Problems.expect(
                send(agency, "application/x-msdownload", "NONE", new byte[] {'M', 'Z'}),
                415,
                "MEDIA_TYPE_NOT_ACCEPTED");
        Problems.expectFinding(
                send(agency, "application/pdf", "NONE", new byte[0]), "body", "EMPTY_FILE");
        expectNothingKept(agency);
    }

    @Test
    void refusesAnOversizedUploadByItsAnnouncement() throws IOException {
        TestAgency agency = TestAgency.fresh();
        String answer = raw(agency, 2_200_000_000L, Work.pdf(), false);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("CONTENT_TOO_LARGE");
        expectNothingKept(agency);
    }

    /** Red when what arrived before the break is kept as an upload. */
    @Test
    void aTruncatedUploadLeavesNothing() throws IOException {
        TestAgency agency = TestAgency.fresh();

        raw(agency, 100_000, Work.pdf(), true);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> expectNothingKept(agency));
        clock.moveBy(Duration.ofHours(25));
        assertThat(reaper.run()).isZero();
    }

    private String raw(TestAgency agency, long announced, byte[] sent, boolean hangUp)
            throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/uploads?securityClass=NONE&fileName=a.pdf HTTP/1.1\r\n"
                                    + "Host: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Bearer "
                                    + agency.token("clerk")
                                    + "\r\nIdempotency-Key: "
                                    + UUID.randomUUID()
                                    + "\r\nContent-Type: application/pdf\r\nContent-Length: "
                                    + announced
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(sent);
            out.flush();
            return hangUp ? "" : answer(socket.getInputStream());
        }
    }

    /** Up to the end of the problem; the server may keep the line open for the rest of the body. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("nextStep") < 0) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            text.append((char) b);
        }
        return text.toString();
    }

    /**
     * More than the heap of this JVM, client and server together (-Xmx768m). Red, by running out of
     * memory, when anything on the way holds the body; HTTP/2 by upgrade did.
     */
    @Test
    void streamsMoreThanTheHeapHolds() throws Exception {
        TestAgency agency = TestAgency.fresh();
        long size = 800L << 20;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    server.resolve(
                                            "/v1/uploads?securityClass=NONE&fileName=large.pdf"))
                            .header("Authorization", "Bearer " + agency.token("clerk"))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("Content-Type", "application/pdf")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Large(size)))
                            .build();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).contains("\"size\":" + size);
        }
        var stored = bucket.list(agency.id() + "/");
        bucket.delete(stored.next().key());
    }

    /** Something that begins like a PDF and goes on for long. */
    private static final class Large extends InputStream {

        private static final byte[] START = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        private final long size;
        private long at;

        Large(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return at == size ? -1 : at < START.length ? START[(int) at++] : (int) (at++ & 0x7f);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == size) {
                return -1;
            }
            int n = (int) Math.min(length, size - at);
            for (int i = 0; i < n && at + i < START.length; i++) {
                buffer[offset + i] = START[(int) at + i];
            }
            at += n;
            return n;
        }
    }

    /** Red when the reaper takes what is claimed, or leaves the object behind. */
    @Test
    void whatNobodyClaimsExpiresWithItsObject() {
        TestAgency agency = TestAgency.fresh();
        String claimed = Work.upload(agency, Work.pdf());
        Work.register(agency, Work.registration(claimed));
        String unclaimed = Work.upload(agency, Work.pdf());
        clock.moveBy(Duration.ofHours(25));

        Problems.expect(
                agency.creating("clerk")
                        .body(Work.registration(unclaimed))
                        .post("/v1/incoming-documents")
                        .then(),
                409,
                "UPLOAD_NOT_AVAILABLE");
        while (reaper.run() > 0) {
            // Uploads of other tests have expired as well.
        }

        agency.as("clerk").get(UPLOADS + "/" + unclaimed).then().statusCode(404);
        agency.as("clerk").get(UPLOADS + "/" + claimed).then().statusCode(200);
        assertThat(bucket.list(agency.id() + "/").next().key()).endsWith(claimed);
    }
}

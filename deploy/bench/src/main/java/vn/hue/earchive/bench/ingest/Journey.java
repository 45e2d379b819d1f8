package vn.hue.earchive.bench.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import vn.hue.earchive.bench.ingest.Ingested.Registered;
import vn.hue.earchive.bench.ingest.SampleDossier.SampleDocument;
import vn.hue.earchive.bench.stats.Samples;
import vn.hue.earchive.bench.suite.Answer;
import vn.hue.earchive.bench.suite.Api;
import vn.hue.earchive.bench.suite.DemoUsers;

/**
 * The steps of one dossier from upload to submission, as a clerk and a specialist take them, each
 * timed.
 */
final class Journey {

    private final Api api;
    private final DemoUsers users;
    private final String retentionRule;
    private final Samples samples;

    /**
     * @param retentionRule code of a rule of the current schedule
     */
    Journey(Api api, DemoUsers users, String retentionRule, Samples samples) {
        this.api = api;
        this.users = users;
        this.retentionRule = retentionRule;
        this.samples = samples;
    }

    Ingested walk(SampleDossier sample) throws Exception {
        List<Registered> documents = new ArrayList<>();
        for (SampleDocument document : sample.documents()) {
            documents.add(register(document));
        }
        Answer dossier =
                timed(
                        "open",
                        () ->
                                api.post(
                                        users.specialist(),
                                        "/v1/dossiers",
                                        null,
                                        openRequest(sample, retentionRule)));
        String path = "/v1/dossiers/" + dossier.text("id");
        String etag = dossier.requiredEtag();
        for (Registered document : documents) {
            String current = etag;
            etag =
                    timed(
                                    "file",
                                    () ->
                                            api.post(
                                                    users.specialist(),
                                                    path + "/documents",
                                                    current,
                                                    Map.of("documentId", document.documentId())))
                            .requiredEtag();
        }
        String open = etag;
        timed("close", () -> api.post(users.specialist(), path + "/closure", open, Map.of()));
        Answer submission =
                timed(
                        "submit",
                        () ->
                                api.post(
                                        users.specialist(),
                                        "/v1/submissions",
                                        null,
                                        Map.of("dossierIds", List.of(dossier.text("id")))));
        return new Ingested(
                sample,
                dossier.text("id"),
                submission.text("id"),
                Instant.now(),
                List.copyOf(documents));
    }

    Registered register(SampleDocument document) throws Exception {
        Answer upload =
                timed(
                        "upload",
                        () ->
                                api.upload(
                                        users.clerk(),
                                        "/v1/uploads?securityClass=NONE&fileName="
                                                + document.notation()
                                                + "-"
                                                + document.number()
                                                + ".pdf",
                                        "application/pdf",
                                        document.pdf()));
        if (!upload.text("sha256").equals(document.sha256())) {
            throw new IOException(
                    "An upload was answered with another SHA-256 than its bytes have.");
        }
        Answer registered =
                timed(
                        "register",
                        () ->
                                api.post(
                                        users.clerk(),
                                        "/v1/incoming-documents",
                                        null,
                                        registration(document, upload)));
        return new Registered(
                registered.text("id"),
                registered.body().path("files").path(0).path("id").asText(),
                Long.parseLong(registered.text("arrivalNumber")),
                Instant.now(),
                document.sha256());
    }

    private static Map<String, Object> registration(SampleDocument document, Answer upload) {
        return Map.ofEntries(
                Map.entry("typeCode", "14"),
                Map.entry("number", document.number()),
                Map.entry("notation", document.notation()),
                Map.entry("issuedDate", document.issuedOn().toString()),
                Map.entry("issuerName", "Văn phòng đo kiểm hiệu năng"),
                Map.entry("subject", document.subject()),
                Map.entry("languages", List.of("01")),
                Map.entry("pageCount", 1),
                Map.entry("accessMode", "01"),
                Map.entry("confidenceLevel", "01"),
                Map.entry("urgency", "0"),
                Map.entry("securityClass", "NONE"),
                Map.entry("files", List.of(Map.of("uploadId", upload.text("id"), "role", "MAIN"))));
    }

    /** A dossier outside the list of the year: its notation is ours. */
    static Map<String, Object> openRequest(SampleDossier sample, String retentionRule) {
        return Map.of(
                "notation",
                sample.notation(),
                "title",
                sample.title(),
                "retentionRuleCode",
                retentionRule);
    }

    private Answer timed(String step, Callable<Answer> call) throws Exception {
        long start = System.nanoTime();
        Answer answer = call.call();
        samples.add(step, System.nanoTime() - start);
        return answer;
    }
}

package vn.hue.earchive.document.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.hue.earchive.document.edxml.StatusCode;
import vn.hue.earchive.document.file.BoundedStream;

/**
 * The service bus over HTTP as province buses have it (domain reference 6): {@code POST
 * /v1/sendEdoc} (multipart: {@code edocFile}, {@code messageType}), {@code GET
 * /v1/syncReceivedEdocList}, {@code GET /v1/getEdoc}, {@code POST /v1/updateStatus}; headers {@code
 * X-SystemId} and {@code X-SecretKey}. Redirects are not followed: the secret goes to the
 * configured address only.
 */
@ApplicationScoped
class LgspBus implements ServiceBus {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final int ANSWER_BYTES = 1 << 20;
    private static final Set<String> CONTENT = Set.of("edxml", "content", "fileContent", "edoc");

    private final LgspConfig config;
    private final ObjectMapper json;
    private final HttpClient http;

    LgspBus(LgspConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(config.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public boolean connects(String agencyCode) {
        return config.enabled() && config.url().isPresent() && account(agencyCode).isPresent();
    }

    private Optional<LgspConfig.Account> account(String agencyCode) {
        Map<String, LgspConfig.Account> accounts = config.accounts();
        return Optional.ofNullable(accounts.get(agencyCode))
                .or(() -> Optional.ofNullable(accounts.get("default")));
    }

    @Override
    public String send(String agencyCode, Kind kind, Message message) throws BusFailure {
        String boundary = "earchive-" + UUID.randomUUID();
        String type = kind == Kind.DOCUMENT ? "edoc" : "status";
        byte[] before =
                ("--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"messageType\"\r\n\r\n"
                                + type
                                + "\r\n--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"edocFile\";"
                                + " filename=\"message.edxml\"\r\nContent-Type: application/xml"
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] behind = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        BodyPublisher body =
                BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> around(before, message, behind)),
                        before.length + message.length() + behind.length);
        JsonNode answer =
                call(
                        request(agencyCode, "/v1/sendEdoc")
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(body));
        return LgspAnswer.busId(answer)
                .orElseThrow(
                        () -> new BusFailure(BusFailure.Code.BUS_UNEXPECTED_ANSWER, "docId", true));
    }

    private static InputStream around(byte[] before, Message message, byte[] behind) {
        return new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(before), message.open()),
                new ByteArrayInputStream(behind));
    }

    @Override
    public void updateStatus(String agencyCode, String busId, StatusCode status) throws BusFailure {
        String body =
                json.createObjectNode().put("docId", busId).put("status", status.code()).toString();
        call(
                request(agencyCode, "/v1/updateStatus")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Override
    public List<Held> held(String agencyCode, LocalDate from, LocalDate to) throws BusFailure {
        List<Held> held = new ArrayList<>();
        // Documents and the statuses of documents that were sent are two lists.
        for (String type : List.of("edoc", "status")) {
            JsonNode answer =
                    call(
                            request(
                                            agencyCode,
                                            "/v1/syncReceivedEdocList?messageType="
                                                    + type
                                                    + "&fromDate="
                                                    + DAY.format(from)
                                                    + "&toDate="
                                                    + DAY.format(to))
                                    .GET());
            for (JsonNode entry : answer.path("data")) {
                LgspAnswer.busId(entry).map(Held::new).ifPresent(held::add);
            }
        }
        return held;
    }

    @Override
    public <T> T fetch(String agencyCode, String busId, Reader<T> reader) throws BusFailure {
        HttpRequest request =
                request(
                                agencyCode,
                                "/v1/getEdoc?docId="
                                        + URLEncoder.encode(busId, StandardCharsets.UTF_8))
                        .GET()
                        .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = new BoundedStream(response.body(), config.maxBytes() * 2)) {
                String type = response.headers().firstValue("Content-Type").orElse("");
                if (response.statusCode() == 200 && type.contains("xml")) {
                    return reader.read(body);
                }
                if (response.statusCode() != 200) {
                    LgspAnswer.check(response.statusCode(), parse(body));
                }
                return fromJson(body, reader);
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    /** The message is one Base64 string in the answer: it is decoded to a file, never held. */
    private <T> T fromJson(InputStream body, Reader<T> reader) throws IOException, BusFailure {
        Path file = Files.createTempFile("edoc", ".edxml");
        try (JsonParser parser = json.getFactory().createParser(body)) {
            boolean found = false;
            while (!found && parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING
                        && CONTENT.contains(String.valueOf(parser.currentName()))) {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        parser.readBinaryValue(out);
                    }
                    found = true;
                }
            }
            if (!found) {
                throw new BusFailure(BusFailure.Code.BUS_UNEXPECTED_ANSWER, "edxml", false);
            }
            try (InputStream message = Files.newInputStream(file)) {
                return reader.read(message);
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new BusFailure(BusFailure.Code.BUS_UNEXPECTED_ANSWER, "JSON", false).causedBy(e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private HttpRequest.Builder request(String agencyCode, String path) throws BusFailure {
        LgspConfig.Account account =
                account(agencyCode)
                        .orElseThrow(() ->
                                new BusFailure(BusFailure.Code.BUS_CREDENTIALS, agencyCode, false));
        String base = config.url().map(URI::toString).orElse("").replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(config.timeout())
                .header("Accept", "application/json")
                .header("X-SystemId", account.systemId().replace("{agency}", agencyCode))
                .header("X-SecretKey", account.secretKey());
    }

    private JsonNode call(HttpRequest.Builder request) throws BusFailure {
        try {
            HttpResponse<InputStream> response =
                    http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                JsonNode answer = parse(body);
                LgspAnswer.check(response.statusCode(), answer);
                return answer;
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    /** Missing when it is no JSON: the HTTP status speaks for itself then. */
    private JsonNode parse(InputStream body) throws IOException {
        try {
            JsonNode read = json.readTree(body.readNBytes(ANSWER_BYTES));
            return read == null ? json.missingNode() : read;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private static BusFailure unreachable(Exception e) {
        return new BusFailure(BusFailure.Code.BUS_NOT_REACHABLE, e.getClass().getSimpleName(), true)
                .causedBy(e);
    }
}

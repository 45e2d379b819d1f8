package vn.hue.earchive.archive.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire form of every event, held against a committed file: a changed file is a changed
 * contract.
 *
 * <p>Red when a component is renamed, removed, added or written in another form, when an event has
 * no wire name, and when a wire name lacks its version.
 */
class ArchiveEventsTest {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final UUID AGENCY = id("057");
    private static final UUID HOLDING = id("001");
    private static final UUID SUBMISSION = id("002");
    private static final Instant AT = Instant.parse("2026-11-22T15:40:00.123Z");
    private static final String AIP = "urn:uuid:908AA454-B63D-5CB9-A0E3-17DA48004873";

    static Stream<ArchiveEvent> events() {
        return Stream.of(
                new DossierAccepted(AGENCY, HOLDING, 1, AT, SUBMISSION),
                new DossierReturned(
                        AGENCY,
                        HOLDING,
                        1,
                        AT,
                        SUBMISSION,
                        List.of(
                                new DossierReturned.Reason(
                                        "DIGEST_MISMATCH",
                                        "H57.21.2025.01-VP.0000002",
                                        "Tệp không khớp mã băm đã khai báo",
                                        "The file does not match its declared digest"),
                                new DossierReturned.Reason(
                                        "ORDINALS_WITH_GAPS",
                                        null,
                                        "Số thứ tự văn bản trong hồ sơ không liên tục",
                                        "The ordinals of the documents have gaps"))),
                new AipStored(
                        AGENCY,
                        HOLDING,
                        2,
                        AT,
                        SUBMISSION,
                        AIP,
                        "v1",
                        new AipStored.Holding(
                                "H57.21",
                                "H57.07.H57.21.2025.01-VP",
                                "Hồ sơ kế hoạch, báo cáo công tác văn thư, lưu trữ năm 2025",
                                "01",
                                "01",
                                List.of("01"),
                                LocalDate.of(2025, 4, 1),
                                LocalDate.of(2025, 12, 5),
                                null,
                                null,
                                List.of(
                                        new AipStored.Document(
                                                id("201"),
                                                1,
                                                "H57.21.2025.01-VP.0000001",
                                                "03",
                                                "05",
                                                "CT-UBND",
                                                LocalDate.of(2025, 4, 1),
                                                "Ủy ban nhân dân thành phố Huế",
                                                "Về tăng cường quản lý công tác văn thư, lưu trữ",
                                                "01")),
                                List.of(
                                        new AipStored.MediaItem(
                                                id("301"),
                                                2,
                                                "H57.21.2025.01-VP.0000002",
                                                "PHOTO",
                                                "Đại biểu dự hội nghị",
                                                "Hội nghị tổng kết công tác văn thư năm 2025",
                                                "Nguyễn Văn An",
                                                null,
                                                "01")))),
                new AipReplicated(
                        AGENCY, HOLDING, 3, AT, SUBMISSION, AIP, List.of("primary", "replica")),
                new HoldingTextExtracted(
                        AGENCY,
                        HOLDING,
                        id("004"),
                        1,
                        AT,
                        SUBMISSION,
                        3,
                        "0192f000/text.json.gz",
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
    }

    /** Red when the object that an event names is written in another form. */
    @Test
    void theTextObjectsAreWrittenAsTheGoldenFilesSay() throws IOException {
        var file =
                new HoldingText.File(
                        id("101"),
                        "01",
                        "0192f000/page.jsonl.gz",
                        "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                        2048);
        var text = new HoldingText(HOLDING, stored().holding(), List.of(file));
        var page = new HoldingText.Page(2, "OCR", "Về tăng cường quản lý công tác văn thư");

        assertThat(JSON.readTree(JSON.writeValueAsBytes(text))).isEqualTo(golden("holding-text"));
        assertThat(JSON.treeToValue(golden("holding-text"), HoldingText.class)).isEqualTo(text);
        assertThat(JSON.readTree(JSON.writeValueAsBytes(page)))
                .isEqualTo(golden("holding-text-page"));
        assertThat(JSON.treeToValue(golden("holding-text-page"), HoldingText.Page.class))
                .isEqualTo(page);
    }

    private static AipStored stored() {
        return (AipStored) events().filter(AipStored.class::isInstance).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsTheGoldenFileSays(ArchiveEvent event) throws IOException {
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(golden(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadFromTheGoldenFile(ArchiveEvent event) throws IOException {
        assertThat((Object) JSON.treeToValue(golden(event), event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadByAConsumerThatDoesNotKnowALaterComponent(ArchiveEvent event) throws IOException {
        ObjectNode later = golden(event).put("addedLater", "x");

        assertThat((Object) JSON.treeToValue(later, event.getClass())).isEqualTo(event);
    }

    @Test
    void everyPermittedEventHasAVersionedWireName() {
        List<JsonSubTypes.Type> names = names();

        assertThat(names)
                .extracting(type -> (Object) type.value())
                .containsExactlyInAnyOrder((Object[]) ArchiveEvent.class.getPermittedSubclasses());
        assertThat(names)
                .extracting(JsonSubTypes.Type::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z-]+\\.v[1-9]"));
        assertThat(events().map(Object::getClass))
                .containsExactlyInAnyOrder(ArchiveEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isAboutTheHoldingAndGoesToTheArchivesTopic(ArchiveEvent event) {
        assertThat(event.holdingId()).isEqualTo(HOLDING);
        assertThat(event.aggregateId())
                .isEqualTo(event instanceof HoldingTextExtracted text ? text.textId() : HOLDING);
        assertThat(event.topic()).isEqualTo("archive.events");
    }

    private static List<JsonSubTypes.Type> names() {
        return Arrays.asList(
                Objects.requireNonNull(ArchiveEvent.class.getAnnotation(JsonSubTypes.class))
                        .value());
    }

    private static ObjectNode golden(ArchiveEvent event) throws IOException {
        String name =
                names().stream()
                        .filter(type -> type.value().equals(event.getClass()))
                        .map(JsonSubTypes.Type::name)
                        .findFirst()
                        .orElseThrow();
        return golden(name);
    }

    private static ObjectNode golden(String name) throws IOException {
        try (InputStream in =
                ArchiveEventsTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, name));
        }
    }

    private static UUID id(String end) {
        return UUID.fromString("0192f000-0000-7000-8000-000000000" + end);
    }

    /**
     * Red when an event is added without its line in asyncapi.yaml, or the file names one that is
     * not told.
     */
    @Test
    void asyncApiDescribesTheEventsThatAreTold() throws IOException {
        List<String> named =
                Arrays.stream(ArchiveEvent.class.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::name)
                        .toList();
        Pattern message = Pattern.compile("^    ([a-z-]+\\.[a-z-]+\\.v\\d+):$", Pattern.MULTILINE);
        assertThat(
                        message.matcher(Files.readString(Path.of("asyncapi.yaml")))
                                .results()
                                .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(named);
    }
}

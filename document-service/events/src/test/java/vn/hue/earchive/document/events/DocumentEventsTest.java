package vn.hue.earchive.document.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire form of every fact, both ways. A golden file changes only with a reviewed, additive
 * change of the contract.
 */
class DocumentEventsTest {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static Stream<Map.Entry<String, Object>> samples() {
        return Samples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAsTheGoldenFileSays(Map.Entry<String, Object> sample) throws IOException {
        JsonNode written = JSON.readTree(JSON.writeValueAsBytes(sample.getValue()));
        assertThat(written).isEqualTo(JSON.readTree(golden(sample.getKey())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadFromTheGoldenFile(Map.Entry<String, Object> sample) throws IOException {
        Object read = JSON.readValue(golden(sample.getKey()), sample.getValue().getClass());
        assertThat(read).isEqualTo(sample.getValue());
    }

    /** Red when a fact is added without a wire name, or a name without a fact. */
    @Test
    void everyFactHasOneWireNameAndAGoldenFile() {
        JsonSubTypes.Type[] named =
                DocumentServiceEvent.class.getAnnotation(JsonSubTypes.class).value();
        Set<Class<?>> classes =
                Arrays.stream(named).map(JsonSubTypes.Type::value).collect(Collectors.toSet());
        assertThat(classes)
                .isEqualTo(leaves(DocumentServiceEvent.class).collect(Collectors.toSet()));
        Set<String> names =
                Arrays.stream(named)
                        .map(JsonSubTypes.Type::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).hasSize(named.length).allMatch(n -> n.matches("[a-z.-]+\\.v\\d+"));
        Set<String> golden = new TreeSet<>(Samples.all().keySet());
        golden.remove("submission-manifest");
        assertThat(golden).isEqualTo(names);
    }

    /**
     * Red when a fact is added without its line in asyncapi.yaml, or the file names one that is not
     * told.
     */
    @Test
    void asyncApiDescribesTheFactsThatAreTold() throws IOException {
        Set<String> named =
                Arrays.stream(DocumentServiceEvent.class.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        Pattern message = Pattern.compile("^    ([a-z-]+\\.[a-z-]+\\.v\\d+):$", Pattern.MULTILINE);
        Set<String> described =
                message.matcher(Files.readString(Path.of("asyncapi.yaml")))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(named);
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? leaves(type) : Stream.of(type));
    }

    @Test
    void keysAFactByItsAggregate() {
        assertThat(Samples.all().get("dossier.closed.v1"))
                .isInstanceOfSatisfying(
                        DossierClosed.class,
                        closed -> {
                            assertThat(closed.aggregateId())
                                    .isEqualTo(closed.dossier().dossierId());
                            assertThat(closed.topic()).isEqualTo("dossier.events");
                        });
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in =
                DocumentEventsTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}

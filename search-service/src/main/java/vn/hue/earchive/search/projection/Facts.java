package vn.hue.earchive.search.projection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import vn.hue.earchive.archive.events.ArchiveEvent;
import vn.hue.earchive.document.events.DocumentServiceEvent;
import vn.hue.earchive.kit.events.CloudEvent;
import vn.hue.earchive.kit.inbox.ReceivedEvent;

/**
 * Reads the facts of one service by the wire names of its contract. A name that the contract does
 * not know comes from a newer producer and is passed over; a known one that cannot be read, or that
 * contradicts its envelope, is poison.
 *
 * @param <E> root of the contract
 */
final class Facts<E> {

    static final Facts<DocumentServiceEvent> DOCUMENT_SERVICE =
            new Facts<>(
                    DocumentServiceEvent.class,
                    DocumentServiceEvent::aggregateId,
                    DocumentServiceEvent::agencyId,
                    DocumentServiceEvent::version);

    static final Facts<ArchiveEvent> ARCHIVE_SERVICE =
            new Facts<>(
                    ArchiveEvent.class,
                    ArchiveEvent::aggregateId,
                    ArchiveEvent::agencyId,
                    ArchiveEvent::version);

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final Map<String, Class<? extends E>> types;
    private final Function<E, UUID> aggregateId;
    private final Function<E, UUID> agencyId;
    private final ToLongFunction<E> version;

    private Facts(
            Class<E> root,
            Function<E, UUID> aggregateId,
            Function<E, UUID> agencyId,
            ToLongFunction<E> version) {
        JsonSubTypes names = Objects.requireNonNull(root.getAnnotation(JsonSubTypes.class));
        this.types =
                Arrays.stream(names.value())
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        JsonSubTypes.Type::name,
                                        type -> type.value().asSubclass(root)));
        this.aggregateId = aggregateId;
        this.agencyId = agencyId;
        this.version = version;
    }

    /**
     * The fact; empty when its type is unknown.
     *
     * @throws PoisonFact when it can never be read
     */
    Optional<E> read(ReceivedEvent event) {
        CloudEvent envelope = event.envelope();
        Class<? extends E> type = types.get(envelope.type());
        if (type == null) {
            return Optional.empty();
        }
        E fact = parse(event, type);
        // The agency decides who finds the entry: two that differ must never be guessed between.
        if (!Objects.equals(aggregateId.apply(fact), envelope.subject())
                || !Objects.equals(agencyId.apply(fact), envelope.agencyid())
                || version.applyAsLong(fact) != envelope.aggregateversion()
                || envelope.aggregateversion() < 1) {
            throw new PoisonFact("ENVELOPE_CONTRADICTS_DATA");
        }
        return Optional.of(fact);
    }

    private E parse(ReceivedEvent event, Class<? extends E> type) {
        try {
            return JSON.treeToValue(event.data(), type);
        } catch (JsonProcessingException e) {
            throw new PoisonFact("UNREADABLE " + e.getClass().getSimpleName());
        }
    }

    /** An event that no repetition makes readable; the reason carries no content. */
    static final class PoisonFact extends RuntimeException {
        PoisonFact(String reason) {
            super(reason);
        }
    }
}

package vn.hue.earchive.archive.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.HoldingAccess;
import vn.hue.earchive.archive.access.HoldingAccess.Action;
import vn.hue.earchive.archive.custody.KeptObjects.Copy;
import vn.hue.earchive.archive.custody.KeptObjects.CopyState;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.archive.store.FileSlice;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/**
 * What a caller is told about holdings. The agency is asked for here and, behind it, by row-level
 * security; another agency's holding is not found.
 */
@ApplicationScoped
public class ReadHoldings {

    private static final Set<String> STATES = Set.of("ACCEPTED", "STORED", "REPLICATED");

    private final Holdings holdings;
    private final CurrentCaller caller;
    private final KeptObjects kept;
    private final CopiesPolicy policy;
    private final FileTexts texts;
    private final ObjectMapper json;

    ReadHoldings(
            Holdings holdings,
            CurrentCaller caller,
            KeptObjects kept,
            CopiesPolicy policy,
            FileTexts texts,
            ObjectMapper json) {
        this.holdings = holdings;
        this.caller = caller;
        this.kept = kept;
        this.policy = policy;
        this.texts = texts;
        this.json = json;
    }

    /** One holding with its version. */
    record Versioned(HoldingView view, long version) {}

    @Transactional
    Page<HoldingView> list(
            @Nullable String state,
            @Nullable String fileCode,
            @Nullable Integer limit,
            @Nullable String cursor) {
        if (state != null && !STATES.contains(state)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "state");
        }
        int size = Limits.page(limit);
        Caller who = caller.get();
        Page<Holding> page =
                Page.of(
                        holdings.page(who.agencyId(), state, fileCode, position(cursor), size),
                        size,
                        last -> Cursor.encode(last.acceptedAt(), last.id()));
        Map<String, List<Copy>> copies =
                kept.copies(page.items().stream().map(Holding::aipId).toList());
        return page.map(holding ->
                view(holding, who, copies.getOrDefault(holding.aipId(), List.of()), null));
    }

    /**
     * @throws Problem NOT_FOUND when there is none, or when it is another agency's
     */
    @Transactional
    Versioned get(UUID id) {
        Caller who = caller.get();
        Holding holding = find(id, who);
        Map<UUID, HoldingFile> files = new HashMap<>();
        holdings.files(id).forEach(file -> files.put(file.fileId(), file));
        var seen = new Seen(holding, files, texts.of(id), who);
        SubmissionManifest.Dossier dossier = dossier(holding);
        var contents =
                new Contents(
                        dossier.documents().stream().map(document -> view(document, seen)).toList(),
                        dossier.media().isEmpty()
                                ? null
                                : dossier.media().stream().map(item -> view(item, seen)).toList());
        return new Versioned(
                view(holding, who, kept.copies(holding.aipId()), contents), holding.version());
    }

    /**
     * A file of a holding, for reading its bytes.
     *
     * @param accessMode the stricter one of the dossier's and the document's
     * @param version of the holding
     */
    public record Content(
            UUID agencyId,
            long version,
            String docCode,
            String name,
            String mediaType,
            String accessMode,
            FileSlice slice) {}

    /** The file, or empty when there is none or it is another agency's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Content> content(UUID holdingId, UUID fileId) {
        return own(holdingId, caller.get())
                .flatMap(holding ->
                        holdings.file(holdingId, fileId).map(file -> content(holding, file)));
    }

    /**
     * The package of a holding.
     *
     * @param size bytes
     * @param sha256 lower-case hex
     */
    public record Pack(
            UUID agencyId,
            long version,
            String aipId,
            long size,
            String sha256,
            String accessMode) {}

    /** The package, or empty when there is none or it is another agency's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Pack> pack(UUID holdingId) {
        return own(holdingId, caller.get())
                .map(holding ->
                        new Pack(
                                holding.agencyId(),
                                holding.version(),
                                holding.aipId(),
                                holding.packSize(),
                                holding.packSha256(),
                                holding.accessMode()));
    }

    private Holding find(UUID id, Caller who) {
        return own(id, who).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private Optional<Holding> own(UUID id, Caller who) {
        return holdings.findByIdOptional(id)
                .filter(holding -> holding.agencyId().equals(who.agencyId()));
    }

    /**
     * What a holding tells others, and its files.
     *
     * @param version of the holding
     * @param documents files of its documents
     * @param media files of its photos and recordings
     */
    public record Told(
            UUID agencyId,
            UUID submissionId,
            long version,
            AipStored.Holding holding,
            List<Content> documents,
            List<Content> media) {}

    /**
     * The holding for a job that works on what it says, whatever the agency.
     *
     * @throws Problem NOT_FOUND when there is none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Told told(UUID holdingId) {
        Holding holding =
                holdings.findByIdOptional(holdingId)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        SubmissionManifest.Dossier dossier = dossier(holding);
        Set<String> documents =
                dossier.documents().stream()
                        .map(SubmissionManifest.Document::docCode)
                        .collect(Collectors.toUnmodifiableSet());
        Map<Boolean, List<Content>> files =
                holdings.files(holdingId).stream()
                        .map(file -> content(holding, file))
                        .collect(
                                Collectors.partitioningBy(
                                        file -> documents.contains(file.docCode())));
        return new Told(
                holding.agencyId(),
                holding.submissionId(),
                holding.version(),
                Described.holding(holding.agencyCode(), holding.archivalFileCode(), dossier),
                files.getOrDefault(true, List.of()),
                files.getOrDefault(false, List.of()));
    }

    private static Content content(Holding holding, HoldingFile file) {
        return new Content(
                holding.agencyId(),
                holding.version(),
                file.docCode(),
                file.name(),
                file.mediaType(),
                stricter(holding.accessMode(), file.accessMode()),
                file.slice(holding.aipId()));
    }

    /** Codes of the list mode grow with strictness: 01 open, 02 conditional. */
    private static String stricter(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** What is in a holding; told in the answer for one holding only. */
    private record Contents(
            List<HoldingView.Document> documents,
            @Nullable List<HoldingView.MediaItem> mediaItems) {}

    private HoldingView view(
            Holding holding, Caller who, List<Copy> copies, @Nullable Contents contents) {
        int required = policy.required(holding.retentionCode());
        long good = copies.stream().filter(copy -> copy.state() == CopyState.GOOD).count();
        return new HoldingView(
                holding.id(),
                holding.agencyId(),
                holding.agencyCode(),
                holding.submissionId(),
                holding.stateCode(),
                holding.fileCode(),
                holding.archivalFileCode(),
                holding.title(),
                holding.retentionCode(),
                holding.accessMode(),
                holding.startDate(),
                holding.endDate(),
                holding.acceptedAt(),
                new HoldingView.Preservation(
                        holding.aipId(),
                        holding.ocflVersion(),
                        holding.packSha256(),
                        holding.packSize(),
                        required,
                        good < required,
                        contents != null ? copies.stream().map(ReadHoldings::view).toList() : null,
                        holding.storedAt(),
                        holding.replicatedAt(),
                        copies.stream()
                                .map(Copy::problem)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)),
                contents == null ? null : contents.documents(),
                contents == null ? null : contents.mediaItems(),
                HoldingAccess.allowed(who, holding.accessMode()).stream()
                        .map(ReadHoldings::name)
                        .toList());
    }

    private static HoldingView.Copy view(Copy copy) {
        return new HoldingView.Copy(
                copy.store(), copy.state().name(), copy.verifiedAt(), copy.checkedAt());
    }

    private static HoldingView.Document view(SubmissionManifest.Document document, Seen seen) {
        var description = document.description();
        return new HoldingView.Document(
                description.documentId(),
                document.ordinal(),
                document.docCode(),
                description.typeCode(),
                description.number(),
                description.notation(),
                description.issuedDate(),
                description.issuerName(),
                description.subject(),
                description.accessMode(),
                description.pageCount(),
                view(document.files(), seen));
    }

    private static HoldingView.MediaItem view(SubmissionManifest.MediaItem item, Seen seen) {
        var description = item.description();
        return new HoldingView.MediaItem(
                description.itemId(),
                item.ordinal(),
                item.docCode(),
                description.kind(),
                description.title(),
                description.eventName(),
                description.author(),
                description.place(),
                description.takenOn(),
                description.playTime(),
                description.accessMode(),
                view(item.files(), seen));
    }

    private static List<HoldingView.File> view(List<SubmissionManifest.File> given, Seen seen) {
        return given.stream()
                .map(file -> Objects.requireNonNull(seen.files().get(file.description().fileId())))
                .map(seen::view)
                .toList();
    }

    /** The files of a holding as a caller sees them. */
    private record Seen(
            Holding holding,
            Map<UUID, HoldingFile> files,
            Map<UUID, HoldingView.Text> texts,
            Caller who) {

        HoldingView.File view(HoldingFile file) {
            boolean readable =
                    HoldingAccess.permits(
                            who,
                            Action.READ_CONTENT,
                            stricter(holding.accessMode(), file.accessMode()));
            String path = "/v1/holdings/%s/files/%s/".formatted(holding.id(), file.fileId());
            return new HoldingView.File(
                    file.fileId(),
                    file.role(),
                    file.name(),
                    file.mediaType(),
                    file.puid(),
                    file.size(),
                    file.sha256(),
                    readable ? path + "content" : null,
                    readable ? path + "text" : null,
                    texts.get(file.fileId()));
        }
    }

    /** In the words of the operations: {@code readHoldingFile}, {@code exportHoldingPackage}. */
    private static String name(Action action) {
        return switch (action) {
            case READ_CONTENT -> "readHoldingFile";
            case EXPORT_PACKAGE -> "exportHoldingPackage";
        };
    }

    private SubmissionManifest.Dossier dossier(Holding holding) {
        try {
            return json.readerFor(SubmissionManifest.Dossier.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(holding.description());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored description is not readable", e);
        }
    }

    private static Holdings.@Nullable Position position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new Holdings.Position(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}

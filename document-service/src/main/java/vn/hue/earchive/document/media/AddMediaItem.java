package vn.hue.earchive.document.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.dossier.HoldMedia;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.time.LegalDate;

/** Puts a photo or recording with its files into an open dossier. */
@ApplicationScoped
class AddMediaItem {

    private final HoldMedia dossiers;
    private final MediaItems items;
    private final Uploads uploads;
    private final CodeLists codes;
    private final Validation validation;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    AddMediaItem(
            HoldMedia dossiers,
            MediaItems items,
            Uploads uploads,
            CodeLists codes,
            Validation validation,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.dossiers = dossiers;
        this.items = items;
        this.uploads = uploads;
        this.codes = codes;
        this.validation = validation;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Answer<MediaItemView> once(
            UUID dossierId, @Nullable MediaItemRequest request, @Nullable String key) {
        return idempotency.once(
                "addMediaItem",
                key,
                Map.of("dossierId", dossierId, "body", request == null ? Map.of() : request),
                MediaItemView.class,
                () -> {
                    HoldMedia.Place place = dossiers.locked(dossierId);
                    MediaItemView view = add(place, request);
                    return new Answer<>(
                            201,
                            "/v1/dossiers/" + dossierId + "/media-items/" + view.id(),
                            ETags.header(dossiers.version(dossierId)),
                            view);
                });
    }

    private MediaItemView add(HoldMedia.Place dossier, @Nullable MediaItemRequest given) {
        if (given != null
                && (!"NONE".equals(Objects.requireNonNullElse(given.securityClass(), "NONE"))
                        || CodeLists.SECRET.equals(given.accessMode()))) {
            throw new Problem(DocumentProblem.STATE_SECRET_NOT_ALLOWED);
        }
        dossiers.requireOpen(dossier);
        Findings findings = validation.of(given);
        MediaItemRequest said = Objects.requireNonNull(given);
        Optional<MediaKind> kind = kind(said, findings);
        String accessMode = Objects.requireNonNullElse(said.accessMode(), "01");
        codes.check(findings, CodeLists.MODE, accessMode, "/accessMode");
        if (said.physicalCondition() != null) {
            codes.check(
                    findings,
                    CodeLists.PHYSICAL_CONDITION,
                    said.physicalCondition(),
                    "/physicalCondition");
        }
        if (said.takenOn() != null) {
            findings.addUnless(
                    !said.takenOn().isAfter(LegalDate.today(clock)), "/takenOn", "IN_THE_FUTURE");
        }
        findings.raise();
        List<Upload> claimed = claim(dossier, said, kind.orElseThrow());
        MediaItem item =
                new MediaItem(
                        Ids.next(),
                        new MediaItem.Place(
                                dossier.agencyId(),
                                dossier.id(),
                                dossier.mediaCount() + 1,
                                clock.instant(),
                                caller.get().username()),
                        kind.orElseThrow(),
                        said,
                        accessMode);
        items.persist(item);
        List<MediaFile> files = new ArrayList<>();
        for (Upload upload : claimed) {
            MediaFile file = new MediaFile(dossier.agencyId(), item.id(), files.size() + 1, upload);
            items.getEntityManager().persist(file);
            files.add(file);
        }
        dossiers.added(
                dossier.id(),
                said.takenOn(),
                Map.of("itemId", item.id().toString(), "kind", said.kind()));
        return item.view(files);
    }

    /** The fields that only pictures, or only recordings, have. */
    private Optional<MediaKind> kind(MediaItemRequest said, Findings findings) {
        if (said.kind() == null) {
            return Optional.empty();
        }
        Optional<MediaKind> kind = MediaKind.of(said.kind());
        findings.addUnless(
                kind.isPresent(), "/kind", "UNKNOWN_CODE", said.kind(), MediaKind.names());
        boolean picture = kind.map(MediaKind::isPicture).orElse(false);
        if (kind.isPresent()) {
            absent(findings, picture, "/playTime", said.playTime());
            absent(findings, picture, "/quality", said.quality());
            absent(findings, picture, "/languages", said.languages());
            absent(findings, !picture, "/colour", said.colour());
            absent(findings, !picture, "/filmSize", said.filmSize());
        }
        List<String> languages = said.languages() == null ? List.of() : said.languages();
        for (int i = 0; i < languages.size(); i++) {
            codes.check(findings, CodeLists.LANGUAGE, languages.get(i), "/languages/" + i);
        }
        return kind;
    }

    private static void absent(
            Findings findings, boolean wanted, String at, @Nullable Object value) {
        findings.addUnless(!wanted || value == null, at, "NOT_OF_THIS_KIND");
    }

    private List<Upload> claim(HoldMedia.Place dossier, MediaItemRequest said, MediaKind kind) {
        List<UUID> ids = said.uploads() == null ? List.of() : said.uploads();
        Findings findings = validation.begin();
        findings.addUnless(!ids.isEmpty() || dossier.hasPaper(), "/uploads", "REQUIRED");
        findings.addUnless(
                new HashSet<>(ids).size() == ids.size(), "/uploads", "SAME_UPLOAD_TWICE");
        findings.raise();
        List<Upload> claimed = uploads.claim(ids, findings, i -> "/uploads/" + i);
        Set<String> present =
                new HashSet<>(
                        items.present(dossier.id(), claimed.stream().map(Upload::sha256).toList()));
        for (int i = 0; i < claimed.size(); i++) {
            Upload upload = claimed.get(i);
            findings.addUnless(
                    kind.accepts(upload.mediaType()),
                    "/uploads/" + i,
                    "FILE_NOT_OF_THIS_KIND",
                    upload.mediaType());
            findings.addUnless(
                    present.add(upload.sha256()), "/uploads/" + i, "CONTENT_IN_DOSSIER_ALREADY");
        }
        findings.raise();
        return claimed;
    }
}

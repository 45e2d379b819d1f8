package vn.hue.earchive.document.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.hue.earchive.document.events.MediaDescription;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;

/** What a submission says of the photos and recordings of its dossiers. */
@ApplicationScoped
public class SubmitMedia {

    private final MediaItems items;
    private final ObjectStore bucket;

    SubmitMedia(MediaItems items, @WorkingBucket ObjectStore bucket) {
        this.items = items;
        this.bucket = bucket;
    }

    /**
     * A photo or recording.
     *
     * @param ordinal among the photos and recordings of its dossier, from 1
     */
    public record Submitted(
            int ordinal, MediaDescription description, List<SubmissionManifest.File> files) {}

    /** Those of the dossiers of a batch, by dossier, in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, List<Submitted>> of(Collection<UUID> dossiers) {
        List<MediaItem> found = items.ofDossiers(dossiers);
        Map<UUID, List<MediaFile>> files =
                items.filesOf(found.stream().map(MediaItem::id).toList());
        return found.stream()
                .collect(
                        Collectors.groupingBy(
                                MediaItem::dossierId,
                                Collectors.mapping(
                                        item ->
                                                submitted(
                                                        item,
                                                        files.getOrDefault(item.id(), List.of())),
                                        Collectors.toList())));
    }

    private Submitted submitted(MediaItem item, List<MediaFile> files) {
        return new Submitted(
                item.ordinal(),
                item.description(),
                files.stream().map(file -> file.inManifest(bucket.bucket())).toList());
    }
}

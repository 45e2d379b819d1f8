package vn.hue.earchive.archive.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/** A dossier as submitted, in the words in which the archive tells others of its holding. */
public final class Described {

    private Described() {}

    /** The description that {@code aip.stored.v1} carries. */
    public static AipStored.Holding holding(
            String agencyCode, String archivalFileCode, SubmissionManifest.Dossier submitted) {
        DossierDescription dossier = submitted.description();
        return new AipStored.Holding(
                agencyCode,
                archivalFileCode,
                dossier.title(),
                dossier.retention().code(),
                dossier.accessMode(),
                dossier.languages(),
                dossier.startDate(),
                dossier.endDate(),
                dossier.keywords(),
                dossier.description(),
                submitted.documents().stream().map(Described::document).toList(),
                media(submitted.media()));
    }

    private static AipStored.Document document(SubmissionManifest.Document document) {
        var description = document.description();
        return new AipStored.Document(
                description.documentId(),
                document.ordinal(),
                document.docCode(),
                description.typeCode(),
                description.number(),
                description.notation(),
                description.issuedDate(),
                description.issuerName(),
                description.subject(),
                description.accessMode());
    }

    private static @Nullable List<AipStored.MediaItem> media(
            List<SubmissionManifest.MediaItem> items) {
        return items.isEmpty() ? null : items.stream().map(Described::mediaItem).toList();
    }

    private static AipStored.MediaItem mediaItem(SubmissionManifest.MediaItem item) {
        var description = item.description();
        return new AipStored.MediaItem(
                description.itemId(),
                item.ordinal(),
                item.docCode(),
                description.kind(),
                description.title(),
                description.eventName(),
                description.author(),
                description.place(),
                description.accessMode());
    }
}

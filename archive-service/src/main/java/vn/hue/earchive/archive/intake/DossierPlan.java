package vn.hue.earchive.archive.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.SubmissionManifest;

/** Reading of a manifest's dossier that survives what a broken manifest leaves out. */
final class DossierPlan {

    private DossierPlan() {}

    /** The documents, none when the manifest has no list. */
    static List<SubmissionManifest.Document> documents(SubmissionManifest.Dossier dossier) {
        return presentOnly(dossier.documents());
    }

    /** The photos and recordings, none when the manifest has no list. */
    static List<SubmissionManifest.MediaItem> media(SubmissionManifest.Dossier dossier) {
        return presentOnly(dossier.mediaItems());
    }

    /** A document, photo or recording in its place. */
    record Item(int ordinal, String docCode, List<SubmissionManifest.File> files) {}

    /** The documents, then the photos and recordings: the order in which a package takes them. */
    static List<Item> items(SubmissionManifest.Dossier dossier) {
        var items = new ArrayList<Item>();
        documents(dossier).forEach(d -> items.add(item(d.ordinal(), d.docCode(), d.files())));
        media(dossier).forEach(m -> items.add(item(m.ordinal(), m.docCode(), m.files())));
        return items;
    }

    private static Item item(int ordinal, String docCode, List<SubmissionManifest.File> files) {
        return new Item(ordinal, docCode, presentOnly(files));
    }

    /** Ordinals must run from 1 to n without gaps or repeats (domain.md 4.4). */
    static List<Finding> checkOrdinals(SubmissionManifest.Dossier dossier) {
        List<Integer> found = items(dossier).stream().map(Item::ordinal).sorted().toList();
        for (int at = 0; at < found.size(); at++) {
            if (found.get(at) != at + 1) {
                return List.of(
                        Finding.ofDossier(
                                FindingCode.ORDINALS_NOT_CONTINUOUS,
                                String.valueOf(found.size()),
                                found.stream()
                                        .limit(50)
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", "))));
            }
        }
        return List.of();
    }

    /** The elements that are there, none when the manifest has no list. */
    @SuppressWarnings("NullAway") // Jackson leaves null what the JSON leaves out
    static <T> List<T> presentOnly(@Nullable List<T> list) {
        var present = new ArrayList<T>();
        if (list != null) {
            for (T element : list) {
                if (element != null) {
                    present.add(element);
                }
            }
        }
        return present;
    }
}

package vn.hue.earchive.archive.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.hue.earchive.document.events.SubmissionManifest;

/** Reading of a manifest's dossier that survives what a broken manifest leaves out. */
final class DossierPlan {

    private DossierPlan() {}

    /** The documents, none when the manifest has no list. */
    static List<SubmissionManifest.Document> documents(SubmissionManifest.Dossier dossier) {
        return presentOnly(dossier.documents());
    }

    /** The files of a document, none when the manifest has no list. */
    static List<SubmissionManifest.File> files(SubmissionManifest.Document document) {
        return presentOnly(document.files());
    }

    /** Ordinals must run from 1 to n without gaps or repeats (domain.md 4.4). */
    static List<Finding> checkOrdinals(SubmissionManifest.Dossier dossier) {
        List<Integer> found =
                documents(dossier).stream()
                        .map(SubmissionManifest.Document::ordinal)
                        .sorted()
                        .toList();
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

    @SuppressWarnings("NullAway") // Jackson leaves null what the JSON leaves out
    private static <T> List<T> presentOnly(List<T> list) {
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

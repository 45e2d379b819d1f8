package vn.hue.earchive.archive.aip;

import static vn.hue.earchive.archive.aip.EadTable.CODE_2;
import static vn.hue.earchive.archive.aip.EadTable.CODE_3;
import static vn.hue.earchive.archive.aip.EadTable.DATE;
import static vn.hue.earchive.archive.aip.EadTable.FLAG;
import static vn.hue.earchive.archive.aip.EadTable.Field.optional;
import static vn.hue.earchive.archive.aip.EadTable.Field.required;
import static vn.hue.earchive.archive.aip.EadTable.LANGUAGES;
import static vn.hue.earchive.archive.aip.EadTable.MAINTENANCE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.MediaDescription;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * The field tables of photos and negatives (EAD_pic) and of sound and video recordings (EAD_media),
 * Circular 05/2025 as domain.md 2.6 gives them, in the order in which they are written.
 */
final class MediaFields {

    static final EadTable PICTURE =
            new EadTable(
                    "EAD_pic",
                    List.of(
                            required("docCode", 100),
                            required("maintenance", MAINTENANCE),
                            required("typePic", CODE_2),
                            optional("archivesNumber", 50),
                            optional("inforSign", 30),
                            optional("eventName", 500),
                            required("imageTitle", 500),
                            optional("photographer", 300),
                            optional("photoPlace", 300),
                            required("photoTime", DATE),
                            optional("colour", CODE_2),
                            optional("filmSize", 30),
                            required("docAttached", FLAG),
                            required("mode", CODE_3),
                            optional("format", CODE_3),
                            required("riskRecovery", FLAG),
                            optional("riskRecoveryStatus", CODE_2),
                            optional("description", 2000)));

    static final EadTable RECORDING =
            new EadTable(
                    "EAD_media",
                    List.of(
                            required("docCode", 100),
                            required("maintenance", MAINTENANCE),
                            required("typeMedia", CODE_2),
                            optional("archivesNumber", 50),
                            optional("inforSign", 30),
                            optional("eventName", 500),
                            required("movieTitle", 500),
                            optional("recorder", 300),
                            optional("recordPlace", 300),
                            required("recordDate", DATE),
                            optional("language", LANGUAGES),
                            optional("playTime", "[0-9]{2}:[0-5][0-9]:[0-5][0-9]"),
                            required("docAttached", FLAG),
                            required("mode", CODE_3),
                            optional("quality", 50),
                            optional("format", CODE_3),
                            required("riskRecovery", FLAG),
                            optional("riskRecoveryStatus", CODE_2),
                            optional("description", 2000)));

    private MediaFields() {}

    /** The table that the kind of the item asks for. */
    static EadTable table(SubmissionManifest.MediaItem item) {
        return switch (item.description().kind()) {
            case "NEGATIVE", "PHOTO" -> PICTURE;
            case "AUDIO", "VIDEO" -> RECORDING;
            default -> throw new IllegalArgumentException(item.description().kind());
        };
    }

    /** Values of the item's table, position by position. */
    static List<@Nullable String> values(AipDescription aip, SubmissionManifest.MediaItem item) {
        return table(item).equals(PICTURE) ? picture(aip, item) : recording(aip, item);
    }

    private static List<@Nullable String> picture(
            AipDescription aip, SubmissionManifest.MediaItem item) {
        MediaDescription picture = item.description();
        return EadTable.values(
                item.docCode(),
                aip.dossier().description().retention().code(),
                picture.kind().equals("NEGATIVE") ? "01" : "02",
                picture.archivesNumber(),
                picture.infoSign(),
                picture.eventName(),
                picture.title(),
                picture.author(),
                picture.place(),
                Texts.date(picture.takenOn()),
                picture.colour(),
                picture.filmSize(),
                picture.documentAttached() ? "1" : "0",
                picture.accessMode(),
                picture.physicalCondition(),
                EadFields.riskRecovery(aip),
                EadFields.riskRecoveryStatus(aip),
                picture.description());
    }

    private static List<@Nullable String> recording(
            AipDescription aip, SubmissionManifest.MediaItem item) {
        MediaDescription recording = item.description();
        List<String> languages = recording.languages();
        return EadTable.values(
                item.docCode(),
                aip.dossier().description().retention().code(),
                recording.kind().equals("AUDIO") ? "01" : "02",
                recording.archivesNumber(),
                recording.infoSign(),
                recording.eventName(),
                recording.title(),
                recording.author(),
                recording.place(),
                Texts.date(recording.takenOn()),
                languages == null ? null : String.join(",", languages),
                recording.playTime(),
                recording.documentAttached() ? "1" : "0",
                recording.accessMode(),
                recording.quality(),
                recording.physicalCondition(),
                EadFields.riskRecovery(aip),
                EadFields.riskRecoveryStatus(aip),
                recording.description());
    }
}

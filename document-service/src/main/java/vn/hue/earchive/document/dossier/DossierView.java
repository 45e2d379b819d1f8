package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.Retention;
import vn.hue.earchive.document.retention.FixedRetention;

/**
 * A dossier.
 *
 * @param fileCode {@code {agencyCode}.{year}.{notation}}
 * @param state {@code OPEN}, {@code CLOSED}, {@code SUBMITTED}, {@code RETURNED} or {@code
 *     IN_AGENCY_ARCHIVE}
 * @param medium {@code DIGITAL}, {@code PAPER} or {@code HYBRID}
 * @param paperStore kho, {@code paperShelf} giá and {@code paperBox} hộp of its paper
 * @param mediaItemCount photos and recordings, which are not counted as documents
 * @param confidenceLevel derived from its documents
 * @param handOverDueOn last day of the hand-over to the agency archive
 * @param inCharge user name of the person who answers for it now
 * @param handOverKind which period of the law applies: {@code DIGITAL}, {@code CONSTRUCTION} or
 *     {@code PAPER}
 * @param heldBackUntil until when the head has consented to its being kept back
 * @param holding path of the holding that has taken its place
 * @param allowedActions operations that this caller may use on it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DossierView(
        UUID id,
        String fileCode,
        int year,
        String notation,
        String title,
        String state,
        @Nullable UUID dossierListItemId,
        Retention retention,
        String accessMode,
        List<String> languages,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String keywords,
        @Nullable String description,
        @Nullable String paperFileCode,
        String maker,
        String medium,
        @Nullable String paperStore,
        @Nullable String paperShelf,
        @Nullable String paperBox,
        @Nullable Integer sheetCount,
        @Nullable String physicalCondition,
        String confidenceLevel,
        int documentCount,
        int mediaItemCount,
        int pageCount,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate handOverDueOn,
        String inCharge,
        String handOverKind,
        @Nullable LocalDate heldBackUntil,
        @Nullable UUID submissionId,
        @Nullable String holding,
        long version,
        List<String> allowedActions) {

    /** Where a dossier stands. */
    record Place(
            UUID id,
            String fileCode,
            int year,
            String notation,
            @Nullable UUID listItemId,
            FixedRetention retention,
            long version) {}

    /** Who answers for it, and until when. */
    record HandOver(String inCharge, String kind, @Nullable LocalDate heldBackUntil) {}

    static DossierView of(
            Place place,
            Described said,
            StoredState life,
            Contents contents,
            HandOver handOver,
            List<String> allowedActions) {
        PaperOriginal paper =
                said.paper() == null
                        ? new PaperOriginal(null, null, null, null, null)
                        : said.paper();
        return new DossierView(
                place.id(),
                place.fileCode(),
                place.year(),
                place.notation(),
                said.title(),
                life.code(),
                place.listItemId(),
                place.retention().toEvent(),
                said.accessMode(),
                said.languages(),
                said.startDate(),
                said.endDate(),
                said.keywords(),
                said.description(),
                said.paperFileCode(),
                said.maker(),
                said.medium().name(),
                paper.store(),
                paper.shelf(),
                paper.box(),
                paper.sheets(),
                paper.condition(),
                contents.level(),
                contents.documents(),
                contents.mediaItems(),
                contents.pages(),
                life.openedOn(),
                life.closedOn(),
                life.handOverDueOn(),
                handOver.inCharge(),
                handOver.kind(),
                handOver.heldBackUntil(),
                life.submissionId(),
                life.code().equals("IN_AGENCY_ARCHIVE") ? "/v1/holdings/" + place.id() : null,
                place.version(),
                allowedActions);
    }
}

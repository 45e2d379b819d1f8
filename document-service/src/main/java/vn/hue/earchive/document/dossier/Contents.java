package vn.hue.earchive.document.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a dossier holds, counted: its documents with their pages and levels of confidence, its
 * photos and recordings.
 *
 * @param level of the whole dossier, from those of its documents; a column of its own for queries
 */
@Embeddable
record Contents(
        @Column(name = "document_count") int documents,
        @Column(name = "page_count") int pages,
        @Column(name = "media_count") int mediaItems,
        Confidence confidence,
        @Column(name = "confidence_level") String level) {

    static final Contents NOTHING = of(0, 0, 0, Confidence.NONE);

    private static Contents of(int documents, int pages, int mediaItems, Confidence confidence) {
        return new Contents(documents, pages, mediaItems, confidence, confidence.level());
    }

    Contents withDocument(int morePages, String ofLevel) {
        return of(documents + 1, pages + morePages, mediaItems, confidence.plus(ofLevel));
    }

    Contents withoutDocument(int fewerPages, String ofLevel) {
        return of(documents - 1, pages - fewerPages, mediaItems, confidence.minus(ofLevel));
    }

    /** A document in it was counted anew. */
    Contents withPages(int more) {
        return of(documents, pages + more, mediaItems, confidence);
    }

    /**
     * @param more negative for one that went
     */
    Contents withMedia(int more) {
        return of(documents, pages, mediaItems + more, confidence);
    }
}

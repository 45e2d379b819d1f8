package vn.hue.earchive.search.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.events.AipReplicated;
import vn.hue.earchive.archive.events.AipStored;
import vn.hue.earchive.archive.events.DossierAccepted;
import vn.hue.earchive.document.events.AgencyRegistered;
import vn.hue.earchive.document.events.DocumentDescribed;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.DocumentRegistered;
import vn.hue.earchive.document.events.DossierDescribed;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.events.DossierHandedOver;
import vn.hue.earchive.document.events.Retention;

/** Facts of one agency with lawful defaults. */
public record Told(Agency agency) {

    private static final Instant WHEN = Instant.parse("2026-03-05T02:00:00Z");

    public DocumentRegistered document(String subject) {
        return document(UUID.randomUUID(), subject, "07", "CV-VP", LocalDate.of(2026, 3, 5));
    }

    public DocumentRegistered numbered(String number, String notation, String subject) {
        return document(UUID.randomUUID(), subject, number, notation, LocalDate.of(2026, 3, 5));
    }

    public DocumentRegistered dated(LocalDate issued, String subject) {
        return document(UUID.randomUUID(), subject, "07", "CV-VP", issued);
    }

    public DocumentRegistered document(
            UUID id, String subject, String number, String notation, LocalDate issued) {
        return document(id, subject, number, notation, issued, "03", "01");
    }

    /** The line of a document as its sender corrected it. */
    public DocumentDescribed corrected(DocumentRegistered before, long version, String subject) {
        DocumentDescription was = before.document();
        return new DocumentDescribed(
                agency.id(),
                version,
                WHEN,
                document(
                                was.documentId(),
                                subject,
                                String.valueOf(was.number()),
                                String.valueOf(was.notation()),
                                was.issuedDate())
                        .document());
    }

    public DocumentRegistered conditional(String subject) {
        return document(
                UUID.randomUUID(), subject, "07", "CV-VP", LocalDate.of(2026, 3, 5), "03", "02");
    }

    public DocumentRegistered ofType(String typeCode, String subject) {
        return document(
                UUID.randomUUID(),
                subject,
                "07",
                "CV-VP",
                LocalDate.of(2026, 3, 5),
                typeCode,
                "01");
    }

    private DocumentRegistered document(
            UUID id,
            String subject,
            String number,
            String notation,
            LocalDate issued,
            String typeCode,
            String accessMode) {
        return new DocumentRegistered(
                agency.id(),
                1,
                WHEN,
                new DocumentDescription(
                        id,
                        "INCOMING",
                        2026,
                        12,
                        issued,
                        typeCode,
                        "Văn bản",
                        number,
                        notation,
                        issued,
                        "Sở Nội vụ",
                        subject,
                        List.of("01"),
                        2,
                        accessMode,
                        "01",
                        null,
                        null,
                        List.of()));
    }

    public DossierDescription dossier(UUID id, String title, String state) {
        return new DossierDescription(
                id,
                "H57.21.2026.01-VP",
                title,
                state,
                new Retention("01", "PERMANENT", null, "G1.04a", "10/2022/TT-BNV"),
                "01",
                List.of("01"),
                LocalDate.of(2026, 1, 2),
                state.equals("OPEN") ? null : LocalDate.of(2026, 11, 30),
                null,
                "01",
                null,
                "Nguyễn Thị Thủy",
                null,
                1,
                2);
    }

    public DossierDescribed described(UUID id, long version, String title) {
        return new DossierDescribed(agency.id(), version, WHEN, dossier(id, title, "OPEN"));
    }

    public DossierHandedOver handedOver(UUID id, long version, String title) {
        return new DossierHandedOver(
                agency.id(),
                version,
                WHEN,
                dossier(id, title, "IN_AGENCY_ARCHIVE"),
                UUID.randomUUID());
    }

    public DossierAccepted accepted(UUID id, long version) {
        return new DossierAccepted(agency.id(), id, version, WHEN, UUID.randomUUID());
    }

    public AipStored stored(UUID id, long version, String title, AipStored.Document... documents) {
        return stored(id, version, title, List.of(documents), null);
    }

    public AipStored stored(
            UUID id,
            long version,
            String title,
            List<AipStored.Document> documents,
            @Nullable List<AipStored.MediaItem> mediaItems) {
        return new AipStored(
                agency.id(),
                id,
                version,
                WHEN,
                UUID.randomUUID(),
                "urn:uuid:" + id,
                "v1",
                new AipStored.Holding(
                        agency.code(),
                        "H57.H57.21.2026.01-VP",
                        title,
                        "01",
                        "01",
                        List.of("01"),
                        LocalDate.of(2026, 1, 2),
                        LocalDate.of(2026, 11, 30),
                        null,
                        null,
                        documents,
                        mediaItems));
    }

    public static AipStored.Document inside(String number, String subject, String accessMode) {
        return new AipStored.Document(
                UUID.randomUUID(),
                1,
                "H57.21.2026.01-VP.0000001",
                "03",
                number,
                "CT-UBND",
                LocalDate.of(2026, 3, 5),
                "UBND thành phố Huế",
                subject,
                accessMode);
    }

    public static AipStored.MediaItem photo(String title, String eventName, String accessMode) {
        return new AipStored.MediaItem(
                UUID.randomUUID(),
                1,
                "H57.21.2026.01-VP.0000001",
                "PHOTO",
                title,
                eventName,
                "Nguyễn Văn An",
                null,
                accessMode);
    }

    public AipReplicated replicated(UUID id, long version) {
        return new AipReplicated(
                agency.id(),
                id,
                version,
                WHEN,
                UUID.randomUUID(),
                "urn:uuid:" + id,
                List.of("primary", "replica"));
    }

    public AgencyRegistered agencyNamed(long version, String code, String name) {
        return new AgencyRegistered(
                agency.id(),
                version,
                WHEN,
                code,
                name,
                null,
                true,
                LocalDate.of(2025, 7, 1),
                null,
                false);
    }
}

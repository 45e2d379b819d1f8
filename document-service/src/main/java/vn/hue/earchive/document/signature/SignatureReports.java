package vn.hue.earchive.document.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.signature.DocumentSignaturesView.Cause;
import vn.hue.earchive.document.signature.DocumentSignaturesView.Signature;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Page;
import vn.hue.earchive.signature.CheckedSignature;
import vn.hue.earchive.signature.CheckerMain;
import vn.hue.earchive.signature.SignatureResult;

/** Reads what the checks left behind, for the reader's agency and in the reader's language. */
@ApplicationScoped
class SignatureReports {

    private static final String NEWEST =
            """
            select f.id, f.name, f.signature, f.bytes,
                c.file_id is not null or (f.signature = 'NOT_CHECKED' and f.bytes = 'PRESENT'),
                r.id, r.checked_at, r.causes, r.signatures
            from document_file f left join signature_check c on c.file_id = f.id
            left join lateral (
                select id, checked_at, causes, signatures from signature_report
                where file_id = f.id order by number desc limit 1
            ) r on true
            where f.document_id = :document order by f.position
            """;

    private static final String PAGE =
            """
            select id, file_id, number, sha256, result, causes, signatures, checked_at, requested_by, tool,
                trust_sha256, simple_xml is not null, detailed_xml is not null
            from signature_report where document_id = :document and id < :before
            order by id desc limit :limit
            """;

    private static final UUID LAST = new UUID(-1L, -1L);

    private final EntityManager entities;
    private final Actions actions;
    private final Validation validation;
    private final ObjectMapper json = CheckerMain.json();

    SignatureReports(EntityManager entities, Actions actions, Validation validation) {
        this.entities = entities;
        this.actions = actions;
        this.validation = validation;
    }

    /**
     * @throws Problem NOT_FOUND when the reader's agency has no such document
     */
    DocumentSignaturesView of(UUID documentId) {
        require(documentId);
        Locale language = validation.language();
        List<Object[]> rows =
                session()
                        .createNativeQuery(NEWEST, Object[].class)
                        .setParameter("document", documentId)
                        .getResultList();
        boolean present = rows.stream().anyMatch(r -> r[3].equals("PRESENT"));
        return new DocumentSignaturesView(
                documentId,
                rows.stream().map(r -> file(r, language)).toList(),
                present ? actions.allowed("recheckSignatures") : List.of());
    }

    private DocumentSignaturesView.File file(Object[] row, Locale language) {
        return new DocumentSignaturesView.File(
                (UUID) row[0],
                (String) row[1],
                SignatureResult.valueOf((String) row[2]),
                (Boolean) row[4],
                (UUID) row[5],
                (Instant) row[6],
                causes((String) row[7], language),
                signatures((String) row[8], language));
    }

    /** All checks of a document's files, newest first. */
    Page<SignatureReportView> page(UUID documentId, @Nullable String cursor, int limit) {
        require(documentId);
        Locale language = validation.language();
        UUID before = cursor == null ? LAST : uuid(Cursor.decode(cursor, 1).getFirst());
        List<SignatureReportView> rows =
                session()
                        .createNativeQuery(PAGE, Object[].class)
                        .setParameter("document", documentId)
                        .setParameter("before", before)
                        .setParameter("limit", limit + 1)
                        .getResultList()
                        .stream()
                        .map(r -> report(r, language))
                        .toList();
        return Page.of(rows, limit, r -> Cursor.encode(r.id()));
    }

    private SignatureReportView report(Object[] row, Locale language) {
        return new SignatureReportView(
                (UUID) row[0],
                (UUID) row[1],
                ((Number) row[2]).intValue(),
                (String) row[3],
                SignatureResult.valueOf((String) row[4]),
                causes((String) row[5], language),
                signatures((String) row[6], language),
                (Instant) row[7],
                (String) row[8],
                (String) row[9],
                (String) row[10],
                Stream.of((Boolean) row[11] ? "simple" : "", (Boolean) row[12] ? "detailed" : "")
                        .filter(kind -> !kind.isEmpty())
                        .toList());
    }

    /**
     * One kept report as it was written, XML.
     *
     * @throws Problem NOT_FOUND when it is not there or was not kept
     */
    byte[] xml(UUID documentId, UUID reportId, boolean detailed) {
        String column = detailed ? "detailed_xml" : "simple_xml";
        Optional<byte[]> kept =
                session()
                        .createNativeQuery(
                                "select "
                                        + column
                                        + " from signature_report where id = :id and document_id = :document and "
                                        + column
                                        + " is not null",
                                byte[].class)
                        .setParameter("id", reportId)
                        .setParameter("document", documentId)
                        .uniqueResultOptional();
        return unzip(kept.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)));
    }

    private static byte[] unzip(byte[] gzip) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void require(UUID documentId) {
        if (session()
                .createNativeQuery("select id from document where id = :id", UUID.class)
                .setParameter("id", documentId)
                .getResultList()
                .isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }

    private static List<Cause> causes(@Nullable String codes, Locale language) {
        return SignatureResults.causes(codes).stream()
                .map(c -> new Cause(c, c.text(language)))
                .toList();
    }

    private List<Signature> signatures(@Nullable String text, Locale language) {
        if (text == null) {
            return List.of();
        }
        try {
            List<CheckedSignature> read = json.readValue(text, new TypeReference<>() {});
            return read.stream().map(s -> new Signature(s.cause().text(language), s)).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored report cannot be read", e);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}

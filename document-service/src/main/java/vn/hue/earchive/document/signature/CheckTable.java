package vn.hue.earchive.document.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.signature.CheckReply;
import vn.hue.earchive.signature.CheckerMain;
import vn.hue.earchive.signature.SignatureCause;
import vn.hue.earchive.signature.SignatureResult;

/**
 * The statements of the job, each method one transaction. The queue is the register itself: a file
 * that nobody has checked is found by its own column, whoever registered it and however.
 */
@ApplicationScoped
class CheckTable {

    private static final int MAX_SIGNATURES = 262_144;
    private static final int MAX_SIMPLE = 524_288;
    private static final int MAX_DETAILED = 1_048_576;

    private static final String FIND =
            """
            insert into signature_check (file_id, agency_id, document_id, tries, due_at, requested_at, requested_by)
            select f.id, f.agency_id, f.document_id, 0, :now, :now, 'registration' from document_file f
            where f.signature = 'NOT_CHECKED' and f.bytes = 'PRESENT'
            and not exists (select 1 from signature_check c where c.file_id = f.id)
            order by f.id limit :batch on conflict (file_id) do nothing
            """;

    private static final String CLAIM =
            """
            update signature_check c set tries = c.tries + 1, due_at = :until, lease = :lease
            from document_file f
            where f.id = c.file_id and c.file_id in (
                select file_id from signature_check where due_at <= :now
                order by due_at limit :batch for update skip locked
            ) returning c.file_id, c.agency_id, c.document_id, f.name, f.media_type, f.size, f.sha256,
                f.object_key, c.tries, c.requested_by
            """;

    private static final String REPORT =
            """
            insert into signature_report (id, agency_id, document_id, file_id, sha256, number, result, causes,
                signatures, checked_at, requested_by, tool, trust_sha256, simple_xml, detailed_xml)
            select :id, :agency, :document, :file, :sha256, coalesce(max(number), 0) + 1, :result, :causes,
                :signatures, :now, :by, :tool, :trust, cast(:simple as bytea), cast(:detailed as bytea)
            from signature_report where file_id = :file
            returning number
            """;

    private final EntityManager entities;
    private final Audit audit;
    private final Clock clock;
    private final ObjectMapper json = CheckerMain.json();

    CheckTable(EntityManager entities, Audit audit, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file that this instance may check until its lease ends. */
    record Claim(
            UUID lease,
            UUID fileId,
            UUID agencyId,
            UUID documentId,
            String name,
            String mediaType,
            long size,
            String sha256,
            String objectKey,
            int tries,
            String requestedBy) {}

    /** The next files to check, those that wait longest first; none of them is anybody else's. */
    @Transactional
    List<Claim> claim(int batch, Duration lease) {
        UUID token = UUID.randomUUID();
        session()
                .createNativeMutationQuery(FIND)
                .setParameter("now", clock.instant())
                .setParameter("batch", batch)
                .executeUpdate();
        return session()
                .createNativeQuery(CLAIM, Object[].class)
                .setParameter("until", clock.instant().plus(lease))
                .setParameter("lease", token)
                .setParameter("now", clock.instant())
                .setParameter("batch", batch)
                .getResultList()
                .stream()
                .map(r ->
                        new Claim(
                                token,
                                (UUID) r[0],
                                (UUID) r[1],
                                (UUID) r[2],
                                (String) r[3],
                                (String) r[4],
                                ((Number) r[5]).longValue(),
                                (String) r[6],
                                (String) r[7],
                                ((Number) r[8]).intValue(),
                                (String) r[9]))
                .toList();
    }

    /** Writes the report and the result of a file; nothing when the lease has gone to another. */
    @Transactional
    void report(Claim claim, CheckReply reply) {
        if (!drop(claim)) {
            return;
        }
        SignatureResult result =
                reply.causes().stream()
                        .map(SignatureCause::result)
                        .reduce(SignatureResult::worse)
                        .orElse(SignatureResult.INDETERMINATE);
        UUID id = Ids.next();
        int number = insert(id, claim, reply, result);
        session()
                .createNativeMutationQuery(
                        "update document_file set signature = :result where id = :file")
                .setParameter("result", result.name())
                .setParameter("file", claim.fileId())
                .executeUpdate();
        audit.append(
                claim.agencyId(),
                "checkSignature",
                "document",
                claim.documentId(),
                number,
                Map.of(
                        "fileId", claim.fileId().toString(),
                        "reportId", id.toString(),
                        "result", result.name(),
                        "causes", causes(reply)));
    }

    private int insert(UUID id, Claim claim, CheckReply reply, SignatureResult result) {
        String signatures = write(reply);
        return session()
                .createNativeQuery(REPORT, Integer.class)
                .setParameter("id", id)
                .setParameter("agency", claim.agencyId())
                .setParameter("document", claim.documentId())
                .setParameter("file", claim.fileId())
                .setParameter("sha256", claim.sha256())
                .setParameter("result", result.name())
                .setParameter("causes", causes(reply))
                .setParameter("signatures", signatures)
                .setParameter("now", clock.instant())
                .setParameter("by", claim.requestedBy())
                .setParameter("tool", reply.tool())
                .setParameter("trust", reply.trustSha256())
                .setParameter("simple", bounded(reply.simpleXml(), MAX_SIMPLE), byte[].class)
                .setParameter("detailed", bounded(reply.detailedXml(), MAX_DETAILED), byte[].class)
                .getSingleResult();
    }

    /** Puts a file back that could not be read just now. */
    @Transactional
    void later(Claim claim, Duration pause) {
        session()
                .createNativeMutationQuery(
                        "update signature_check set due_at = :due, lease = null, tries = tries - 1"
                                + " where file_id = :file and lease = :lease")
                .setParameter("due", clock.instant().plus(pause))
                .setParameter("file", claim.fileId())
                .setParameter("lease", claim.lease())
                .executeUpdate();
    }

    /** Forgets a check whose bytes have left; false when the lease has gone to another. */
    @Transactional
    boolean drop(Claim claim) {
        return session()
                        .createNativeMutationQuery(
                                "delete from signature_check where file_id = :file and lease = :lease")
                        .setParameter("file", claim.fileId())
                        .setParameter("lease", claim.lease())
                        .executeUpdate()
                == 1;
    }

    private static String causes(CheckReply reply) {
        return reply.causes().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private String write(CheckReply reply) {
        try {
            String text = json.writeValueAsString(reply.signatures());
            return text.getBytes(StandardCharsets.UTF_8).length <= MAX_SIGNATURES ? text : "[]";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte @Nullable [] bounded(byte @Nullable [] report, int max) {
        return report == null || report.length > max ? null : report;
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}

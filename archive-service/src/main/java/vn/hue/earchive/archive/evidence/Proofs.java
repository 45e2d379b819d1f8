package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.evidence.EvidenceTable.Head;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Proofs that lead to the checkpoint that was published last. */
@ApplicationScoped
class Proofs {

    private final EvidenceTable table;

    Proofs(EvidenceTable table) {
        this.table = table;
    }

    /**
     * What was published last: the signed checkpoint, and what it says.
     *
     * @param tree to find hashes in
     */
    record Published(String note, Checkpoint checkpoint, TileTree tree) {}

    /**
     * @throws Problem EVIDENCE_PENDING when nothing was published yet
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Published published() {
        Head head = table.head();
        String note = head.note();
        if (note == null) {
            throw new Problem(ArchiveProblem.EVIDENCE_PENDING);
        }
        return published(note);
    }

    /** A checkpoint that was published at some time, the newest or an earlier one. */
    @Transactional(Transactional.TxType.MANDATORY)
    Published published(String note) {
        return new Published(
                note,
                Checkpoint.parse(note)
                        .orElseThrow(() -> new Problem(ArchiveProblem.EVIDENCE_INCONSISTENT)),
                new TileTree(table.head().size(), table::tile));
    }

    /**
     * That an entry is in the published log. The proof is verified before it is given away: what a
     * changed row or a changed tile would give is refused.
     *
     * @param index place of the entry; null when it has none yet
     * @throws Problem EVIDENCE_PENDING when the checkpoint does not cover it yet,
     *     EVIDENCE_INCONSISTENT when the database is not what was signed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    LogProof inclusion(Published log, @Nullable Long index, byte[] commitment) {
        long size = log.checkpoint().size();
        if (index == null || index >= size) {
            throw new Problem(ArchiveProblem.EVIDENCE_PENDING);
        }
        List<byte[]> path = Merkle.inclusion(index, size, log.tree());
        if (!Merkle.includes(
                log.checkpoint().root(), size, index, Merkle.leafHash(commitment), path)) {
            throw new Problem(ArchiveProblem.EVIDENCE_INCONSISTENT);
        }
        return new LogProof(index, path, log.note());
    }

    /**
     * That the tree of one size is a prefix of that of another, both published.
     *
     * @param to null for the newest
     * @throws Problem INVALID_PARAMETER when there are no such trees
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Consistency consistency(@Nullable Long from, @Nullable Long to) {
        Published log = published();
        long published = log.checkpoint().size();
        long newer = to == null ? published : to;
        if (from == null || from < 0 || from > newer) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "from");
        }
        if (newer > published) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "to");
        }
        return new Consistency(
                from,
                Merkle.root(from, log.tree()),
                newer,
                Merkle.root(newer, log.tree()),
                Merkle.consistency(from, newer, log.tree()));
    }

    /** PROOF(from, D[0:to]) with both roots. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Consistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> hashes) {}
}

package vn.hue.earchive.document.outgoing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Outgoing documents from draft to issue and after. */
@ApplicationScoped
public class OutgoingDocuments implements PanacheRepositoryBase<OutgoingDocument, UUID> {

    private final RegisteredDocuments register;
    private final CurrentCaller caller;

    OutgoingDocuments(RegisteredDocuments register, CurrentCaller caller) {
        this.register = register;
        this.caller = caller;
    }

    /** What a list is narrowed to; everything optional. */
    record Filter(@Nullable String state, @Nullable Integer year, @Nullable String number) {}

    /** An issued document with its recipients; empty when there is none of this id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<IssuedDocument> issued(UUID id) {
        return findByIdOptional(id)
                .flatMap(d ->
                        register.findByIdOptional(id)
                                .map(line ->
                                        new IssuedDocument(
                                                line,
                                                d.state(),
                                                d.signCapacity(),
                                                d.copies(),
                                                d.archiveCopyUnit(),
                                                d.replacesId(),
                                                d.correctsId(),
                                                d.recipients())));
    }

    /**
     * @throws Problem NOT_FOUND
     */
    OutgoingDocument require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * Keeps the document as it is until the transaction ends.
     *
     * @throws Problem NOT_FOUND
     */
    OutgoingDocument locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    List<OutgoingDocument> page(Filter filter, @Nullable UUID before, int rows) {
        StringBuilder where = new StringBuilder("agencyId = :agency");
        Map<String, Object> parameters = new HashMap<>(Map.of("agency", caller.get().agencyId()));
        if (filter.state() != null) {
            where.append(" and state = :state");
            parameters.put("state", filter.state());
        }
        if (filter.year() != null) {
            where.append(" and registerYear = :year");
            parameters.put("year", filter.year());
        }
        if (filter.number() != null) {
            where.append(" and numberKey = :number");
            parameters.put("number", DocumentNumber.keyOf(filter.number()));
        }
        if (before != null) {
            where.append(" and id < :before");
            parameters.put("before", before);
        }
        return find(where + " order by id desc", parameters).range(0, rows - 1).list();
    }
}

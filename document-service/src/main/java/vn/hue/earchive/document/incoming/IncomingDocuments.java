package vn.hue.earchive.document.incoming;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.DocumentNumber;

/** The register of incoming documents. */
@ApplicationScoped
public class IncomingDocuments implements PanacheRepositoryBase<IncomingDocument, UUID> {

    /** What a list is narrowed to; everything optional. */
    record Filter(
            @Nullable Integer year,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String number) {}

    /** Place in the register: newest first. */
    record Place(int year, long number) {}

    Optional<IncomingDocument> sameSource(RegistrationLine line) {
        return find(
                        "numberKey = ?1 and issuerKey = ?2 and issuedDate = ?3",
                        line.number().key(),
                        line.issuerKey(),
                        line.issuedDate())
                .firstResultOptional();
    }

    /** Keeps the document as it is until the transaction ends. */
    public Optional<IncomingDocument> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** By id. */
    public Map<UUID, IncomingDocument> byId(Collection<UUID> ids) {
        return find("id in ?1", ids).stream()
                .collect(Collectors.toMap(IncomingDocument::id, d -> d));
    }

    List<IncomingDocument> page(Filter filter, @Nullable Place after, int rows) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        narrow(where, parameters, "registerYear = :year", "year", filter.year());
        narrow(where, parameters, "registeredOn >= :from", "from", filter.from());
        narrow(where, parameters, "registeredOn <= :to", "to", filter.to());
        String key = filter.number() == null ? null : DocumentNumber.keyOf(filter.number());
        narrow(where, parameters, "numberKey = :number", "number", key);
        if (after != null) {
            where.append(
                    " and (registerYear < :afterYear"
                            + " or registerYear = :afterYear and registerNumber < :afterNumber)");
            parameters.put("afterYear", after.year());
            parameters.put("afterNumber", after.number());
        }
        return find(where + " order by registerYear desc, registerNumber desc", parameters)
                .range(0, rows - 1)
                .list();
    }

    private static void narrow(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    /** Dossiers that hold these documents, by document. */
    Map<UUID, List<UUID>> dossiersOf(Collection<UUID> documents) {
        return getSession()
                .createNativeQuery(
                        "select document_id, dossier_id from dossier_document"
                                + " where document_id in (:documents) order by dossier_id",
                        Object[].class)
                .setParameter("documents", documents)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
    }
}

package vn.hue.earchive.document.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.duplicate.Duplicate.Likeness;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;

/**
 * Looks through both registers with one statement and two indexes, so that a registration can
 * afford it.
 */
@ApplicationScoped
public class FindDuplicates {

    private static final String SEARCH =
            """
            (select d.id, d.direction, d.number, d.notation, d.issued_date, d.issuer_name,
                    d.register_year, d.register_number,
                    case when d.issuer_key = ? and d.issued_date = ? then 'SAME_SOURCE'
                         when d.issued_date = ? then 'SAME_NUMBER_AND_DATE'
                         else 'SAME_NUMBER_AND_ISSUER' end
             from document d
             where d.agency_id = ? and d.number_key = ? and (d.issuer_key = ? or d.issued_date = ?)
             order by d.id desc limit 10)
            union all
            (select d.id, d.direction, d.number, d.notation, d.issued_date, d.issuer_name,
                    d.register_year, d.register_number, 'SAME_CONTENT'
             from document_file f join document d on d.agency_id = f.agency_id and d.id = f.document_id
             where f.agency_id = ? and f.sha256 = any (?)
             order by d.id desc limit 10)\
            """;

    private final DataSource database;
    private final Validation validation;

    FindDuplicates(DataSource database, Validation validation) {
        this.database = database;
        this.validation = validation;
    }

    /**
     * What is looked for; an absent part finds nothing.
     *
     * @param numberKey of {@code DocumentNumber}
     * @param issuerKey folded name
     * @param sha256 digests of the files, lower-case hex
     */
    public record Wanted(
            @Nullable String numberKey,
            @Nullable String issuerKey,
            @Nullable LocalDate issuedDate,
            Collection<String> sha256) {}

    /** Each document once, by its strongest likeness; at most 20, the strongest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Duplicate> of(UUID agencyId, Wanted wanted) {
        Map<UUID, Duplicate> found = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement search = connection.prepareStatement(SEARCH)) {
            search.setString(1, wanted.issuerKey());
            search.setObject(2, wanted.issuedDate());
            search.setObject(3, wanted.issuedDate());
            search.setObject(4, agencyId);
            search.setString(5, wanted.numberKey());
            search.setString(6, wanted.issuerKey());
            search.setObject(7, wanted.issuedDate());
            search.setObject(8, agencyId);
            search.setArray(9, connection.createArrayOf("text", wanted.sha256().toArray()));
            try (ResultSet row = search.executeQuery()) {
                while (row.next()) {
                    Duplicate one = duplicate(row);
                    found.merge(
                            one.documentId(),
                            one,
                            (a, b) -> a.likeness().compareTo(b.likeness()) <= 0 ? a : b);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The registers could not be searched", e);
        }
        return found.values().stream().sorted(Comparator.comparing(Duplicate::likeness)).toList();
    }

    private static Duplicate duplicate(ResultSet row) throws SQLException {
        return new Duplicate(
                Likeness.valueOf(row.getString(9)),
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getInt(7),
                row.getLong(8));
    }

    /** As warnings, in the language of the request. */
    public List<DuplicateView> views(List<Duplicate> found) {
        return found.stream()
                .map(d ->
                        new DuplicateView(
                                d.likeness().name(),
                                Findings.text(
                                        validation.language(),
                                        d.likeness().name(),
                                        d.number() + "/" + d.notation(),
                                        String.valueOf(d.registerNumber()),
                                        String.valueOf(d.registerYear())),
                                d.documentId(),
                                d.direction(),
                                d.number(),
                                d.notation(),
                                d.issuedDate(),
                                d.issuerName(),
                                d.registerYear(),
                                d.registerNumber()))
                .toList();
    }
}

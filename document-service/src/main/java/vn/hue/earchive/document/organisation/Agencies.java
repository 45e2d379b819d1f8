package vn.hue.earchive.document.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/** The agencies that the suite knows. */
@ApplicationScoped
public class Agencies implements PanacheRepositoryBase<Agency, UUID> {

    /** What everything made from the data of an agency for training shows. */
    public static final String TRAINING_MARK = "DỮ LIỆU TẬP HUẤN";

    /** Code and name of an agency today. */
    public record Identity(UUID id, String code, String name) {}

    /**
     * @throws Problem AGENCY_NOT_REGISTERED when the operator has not entered the caller's agency
     */
    public Identity require(UUID id) {
        Agency agency = findById(id);
        if (agency == null) {
            throw new Problem(DocumentProblem.AGENCY_NOT_REGISTERED);
        }
        return new Identity(agency.id(), agency.code(), agency.name());
    }

    Optional<Agency> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** In the order of their codes, from behind the given one. */
    List<Agency> after(@Nullable String code, int rows) {
        return code == null
                ? find("order by code").range(0, rows - 1).list()
                : find("code > ?1 order by code", code).range(0, rows - 1).list();
    }
}

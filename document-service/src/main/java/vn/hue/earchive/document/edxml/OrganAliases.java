package vn.hue.earchive.document.edxml;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Former and present identifiers of agencies (domain reference 2.7). The national axis still knows
 * many agencies by {@code 000.00.00.H57}; comparison is by the present form.
 */
@ApplicationScoped
public class OrganAliases implements PanacheRepositoryBase<OrganAlias, String> {

    /** The present identifier; what is no alias is taken as it is. */
    @Transactional
    public String present(String organId) {
        String bare = organId.strip();
        return Optional.ofNullable(findById(bare)).map(OrganAlias::code).orElse(bare);
    }

    /** The former identifier of an agency, for a partner that knows no other. */
    @Transactional
    public Optional<String> former(String code) {
        return find("code = ?1 order by alias", code).firstResultOptional().map(OrganAlias::alias);
    }

    /**
     * A DocumentId {@code OrganId,yyyy/MM/dd,number/notation} with the OrganId in its present form;
     * any other text as it is.
     */
    public String documentKey(String documentId) {
        int comma = documentId.indexOf(',');
        return comma <= 0
                ? documentId
                : present(documentId.substring(0, comma)) + documentId.substring(comma);
    }

    List<OrganAlias> after(@Nullable String alias, int rows) {
        return alias == null
                ? find("order by alias").range(0, rows - 1).list()
                : find("alias > ?1 order by alias", alias).range(0, rows - 1).list();
    }
}

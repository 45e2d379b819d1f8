package vn.hue.earchive.document.edxml;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A former OrganId and the e-identifier that its agency has now. */
@Entity
@Table(name = "organ_alias")
class OrganAlias {

    @Id private String alias;
    private String code;
    private @Nullable String note;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OrganAlias() {}

    @SuppressWarnings("NullAway.Init")
    OrganAlias(String alias) {
        this.alias = alias;
    }

    /** True when that changed anything. */
    boolean describe(OrganAliasDetails details) {
        if (version > 0 && details.equals(new OrganAliasDetails(code, note))) {
            return false;
        }
        code = details.code();
        note = details.note();
        version++;
        return true;
    }

    OrganAliasView view(java.util.List<String> allowedActions) {
        return new OrganAliasView(alias, code, note, allowedActions);
    }

    String alias() {
        return alias;
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }
}

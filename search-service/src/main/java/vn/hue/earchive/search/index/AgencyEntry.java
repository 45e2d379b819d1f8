package vn.hue.earchive.search.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** An agency under its current code and name. */
public record AgencyEntry(@JsonIgnore long version, UUID agencyId, Names shown) {

    /** Attributes, not identity: both change when agencies are merged or renamed. */
    public record Names(String code, String name) {}
}

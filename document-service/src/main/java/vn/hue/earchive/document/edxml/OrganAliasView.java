package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A former OrganId with the e-identifier that its agency has now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganAliasView(
        String alias, String code, @Nullable String note, List<String> allowedActions) {}

package vn.hue.earchive.document.accessrule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A new version: all of its rules. */
record AccessRuleSetRequest(
        @NotBlank @Size(max = 200) String title,
        @NotEmpty @Size(max = 500) @Valid List<@NotNull AccessRule> rules) {}

package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The head's approval; the body may be left out.
 *
 * @param approvalReference number and date of the approving paper
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApproveDossierListRequest(@Size(max = 200) @Nullable String approvalReference) {}

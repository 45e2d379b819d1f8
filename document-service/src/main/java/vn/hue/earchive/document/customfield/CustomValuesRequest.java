package vn.hue.earchive.document.customfield;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * All values that a document or dossier is to have.
 *
 * @param values by key; what is not named goes
 */
public record CustomValuesRequest(@NotNull @Size(max = 100) Map<String, String> values) {}

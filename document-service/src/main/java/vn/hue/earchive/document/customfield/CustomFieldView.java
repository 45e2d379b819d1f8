package vn.hue.earchive.document.customfield;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a field's definition.
 *
 * @param subject {@code DOCUMENT} or {@code DOSSIER}
 * @param typeCode document type that has it; absent for every one
 * @param number from 1 in the order of the versions of this field
 * @param kind {@code STRING}, {@code NUMBER}, {@code DATE} or {@code CODE}
 * @param codes of {@code CODE}
 * @param state {@code ACTIVE}, {@code REPLACED} or {@code RETIRED}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomFieldView(
        UUID id,
        String subject,
        @Nullable String typeCode,
        String key,
        int number,
        String labelVi,
        String labelEn,
        String kind,
        boolean required,
        int maxLength,
        List<String> codes,
        String state,
        Instant definedAt,
        String definedBy,
        long version) {}

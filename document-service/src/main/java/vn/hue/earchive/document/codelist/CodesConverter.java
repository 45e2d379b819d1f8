package vn.hue.earchive.document.codelist;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes of one list in one column, in their given order: {@code 01,02}. */
@Converter
public class CodesConverter implements AttributeConverter<List<String>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<String> codes) {
        return codes == null ? null : String.join(",", codes);
    }

    @Override
    public @Nullable List<String> convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : Arrays.asList(column.split(","));
    }
}

package vn.hue.earchive.document.numbering;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups of document types as a column keeps them: {@code decisions=02,05;letters=22}. */
@Converter
public class Groups implements AttributeConverter<Map<String, List<String>>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable Map<String, List<String>> groups) {
        return groups == null
                ? ""
                : groups.entrySet().stream()
                        .map(group -> group.getKey() + "=" + String.join(",", group.getValue()))
                        .collect(Collectors.joining(";"));
    }

    @Override
    public Map<String, List<String>> convertToEntityAttribute(@Nullable String column) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        if (column != null && !column.isEmpty()) {
            for (String group : column.split(";", -1)) {
                String[] parts = group.split("=", 2);
                groups.put(parts[0], List.of(parts[1].split(",", -1)));
            }
        }
        return groups;
    }
}

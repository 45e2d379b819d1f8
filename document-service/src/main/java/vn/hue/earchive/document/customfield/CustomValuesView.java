package vn.hue.earchive.document.customfield;

import java.util.List;
import java.util.Map;

/**
 * Values of the agency's own fields.
 *
 * @param values by key
 * @param fields that it has now
 */
public record CustomValuesView(Map<String, String> values, List<CustomFieldView> fields) {}

package vn.hue.earchive.document.year;

import java.util.Map;

/** Names and abbreviations of the document types that occur (Decree 30/2020 Annex III). */
final class Types {

    private record Type(String name, String abbreviation) {}

    private static final Map<String, Type> TYPES =
            Map.ofEntries(
                    Map.entry("02", new Type("Quyết định", "QĐ")),
                    Map.entry("03", new Type("Chỉ thị", "CT")),
                    Map.entry("07", new Type("Thông báo", "TB")),
                    Map.entry("08", new Type("Hướng dẫn", "HD")),
                    Map.entry("10", new Type("Kế hoạch", "KH")),
                    Map.entry("11", new Type("Phương án", "PA")),
                    Map.entry("14", new Type("Báo cáo", "BC")),
                    Map.entry("15", new Type("Tờ trình", "TTr")),
                    Map.entry("18", new Type("Phiếu chuyển", "PC")),
                    Map.entry("22", new Type("Công văn", "")),
                    Map.entry("23", new Type("Công điện", "CĐ")),
                    Map.entry("26", new Type("Giấy mời", "GM")));

    private Types() {}

    static String name(String type) {
        return of(type).name();
    }

    /** {@code KH-UBND}; a letter has the sender alone. */
    static String notation(String type, String sender) {
        String abbreviation = of(type).abbreviation();
        return abbreviation.isEmpty() ? sender + "-VP" : abbreviation + "-" + sender;
    }

    private static Type of(String type) {
        Type found = TYPES.get(type);
        if (found == null) {
            throw new IllegalArgumentException(type);
        }
        return found;
    }
}

package vn.hue.earchive.archive.sip;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions as Circular 02/2019/TT-BNV had them, which 05/2025 repealed; data that was made
 * under it may stay until it is converted (C05 Art 51, domain.md 1.1). Names of fields are those of
 * Decree 30 Annex VI, which carries the same ones (domain.md 2.3, 2.5: recalled, source
 * unverified). The code of a dossier was written in three parts; lists were written in words. Words
 * become codes only where one code means exactly that; anything else is handed on as it is and
 * refused by the rules.
 */
final class RepealedForm {

    /** 02/2019 and Decree 30 (left) to 05/2025. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("rights", "mode"),
                    Map.entry("doctotal", "totaldoc"),
                    Map.entry("pagetotal", "numberofpage"),
                    Map.entry("pageamount", "numberofpage"),
                    Map.entry("pagenumber", "numberofpage"),
                    Map.entry("infosign", "inforsign"),
                    Map.entry("papertotal", "numberofpaper"));

    private static final Map<String, String> TERMS =
            Map.of(
                    "vinh vien",
                    "01",
                    "70 nam",
                    "02",
                    "50 nam",
                    "03",
                    "30 nam",
                    "04",
                    "20 nam",
                    "05",
                    "10 nam",
                    "06");

    private static final Map<String, String> MODES =
            Map.of(
                    "cong khai",
                    "01",
                    "su dung co dieu kien",
                    "02",
                    "co dieu kien",
                    "02",
                    "mat",
                    "03");

    private static final Map<String, String> CONFIDENCE =
            Map.of("goc dien tu", "01", "so hoa", "02", "hon hop", "03");

    private static final Map<String, String> CONDITIONS =
            Map.of("tot", "01", "binh thuong", "02", "hong", "03");

    private static final Map<String, String> LANGUAGES =
            Map.of(
                    "viet",
                    "01",
                    "anh",
                    "02",
                    "phap",
                    "03",
                    "nga",
                    "04",
                    "trung",
                    "05",
                    "viet-anh",
                    "06",
                    "viet-nga",
                    "07",
                    "viet-phap",
                    "08",
                    "han nom",
                    "09",
                    "viet-trung",
                    "10");

    private static final List<String> TYPES =
            List.of(
                    "nghi quyet",
                    "quyet dinh",
                    "chi thi",
                    "quy che",
                    "quy dinh",
                    "thong cao",
                    "thong bao",
                    "huong dan",
                    "chuong trinh",
                    "ke hoach",
                    "phuong an",
                    "de an",
                    "du an",
                    "bao cao",
                    "to trinh",
                    "giay uy quyen",
                    "phieu gui",
                    "phieu chuyen",
                    "phieu bao",
                    "bien ban",
                    "hop dong",
                    "cong van",
                    "cong dien",
                    "ban ghi nho",
                    "ban thoa thuan",
                    "giay moi",
                    "giay gioi thieu",
                    "giay nghi phep",
                    "thu cong",
                    "ban do",
                    "ban ve ky thuat",
                    "khac");

    private static final Pattern OLD_AGENCY = Pattern.compile("(?:\\d{2,3}\\.){3}[A-Z]\\d{2}");

    private RepealedForm() {}

    /** Whether the code of the dossier stands in the three parts that 02/2019 had. */
    static boolean describes(Map<String, String> fields) {
        return fields.containsKey("organid")
                && fields.containsKey("filecatalog")
                && fields.containsKey("filenotation");
    }

    /** The same description in the fields and codes of 05/2025. */
    static Map<String, String> translate(Map<String, String> fields) {
        Map<String, String> translated = new LinkedHashMap<>();
        fields.forEach((name, value) -> translated.put(NAMES.getOrDefault(name, name), value));
        String fileCode =
                "%s.%s.%s"
                        .formatted(
                                agency(fields.getOrDefault("organid", "")),
                                fields.get("filecatalog"),
                                fields.get("filenotation"));
        translated.put("filecode", fileCode);
        String ordinal = fields.get("docordinal");
        if (ordinal != null && ordinal.matches("\\d{1,7}")) {
            translated.put("doccode", "%s.%07d".formatted(fileCode, Integer.valueOf(ordinal)));
        }
        translated.computeIfPresent("maintenance", (name, word) -> code(TERMS, word));
        translated.computeIfPresent("mode", (name, word) -> code(MODES, word));
        translated.computeIfPresent("confidencelevel", (name, word) -> code(CONFIDENCE, word));
        translated.computeIfPresent("format", (name, word) -> code(CONDITIONS, word));
        translated.computeIfPresent("language", (name, word) -> languages(word));
        translated.computeIfPresent("typename", (name, word) -> type(word));
        return translated;
    }

    /** {@code 000.05.21.H57} was the province last; since Decision 20/2020 it comes first. */
    static String agency(String organId) {
        if (!OLD_AGENCY.matcher(organId).matches()) {
            return organId;
        }
        List<String> parts = new ArrayList<>(Arrays.asList(organId.split("\\.")));
        Collections.reverse(parts);
        return parts.stream().filter(part -> !part.matches("0+")).collect(Collectors.joining("."));
    }

    private static String languages(String words) {
        return Arrays.stream(words.split("[,;]"))
                .map(word -> code(LANGUAGES, word.strip().replaceFirst("(?i)^tiếng\\s+", "")))
                .collect(Collectors.joining(","));
    }

    private static String type(String word) {
        int at = TYPES.indexOf(folded(word));
        return at < 0 ? word : "%02d".formatted(at + 1);
    }

    private static String code(Map<String, String> list, String word) {
        @Nullable String code = list.get(folded(word));
        return code == null ? word : code;
    }

    /** Without accents and capitals, so that two ways to write a word are one. */
    private static String folded(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}

package vn.hue.earchive.document.text;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The two font encodings of old Vietnamese files, as far as lower-case text needs them. */
final class LegacyFonts {

    private static final String[] TCVN3_ROWS = {
        "à b5 ả b6 ã b7 á b8 ạ b9 ă a8 ằ bb ẳ bc ẵ bd ắ be ặ c6 â a9 ầ c7 ẩ c8 ẫ c9 ấ ca ậ cb",
        "đ ae è cc ẻ ce ẽ cf é d0 ẹ d1 ê aa ề d2 ể d3 ễ d4 ế d5 ệ d6 ì d7 ỉ d8 ĩ dc í dd ị de",
        "ò df ỏ e1 õ e2 ó e3 ọ e4 ô ab ồ e5 ổ e6 ỗ e7 ố e8 ộ e9 ơ ac ờ ea ở eb ỡ ec ớ ed ợ ee",
        "ù ef ủ f1 ũ f2 ú f3 ụ f4 ư ad ừ f5 ử f6 ữ f7 ứ f8 ự f9 ỳ fa ỷ fb ỹ fc ý fd ỵ fe",
        "Ă a1 Â a2 Ê a3 Ô a4 Ơ a5 Ư a6 Đ a7"
    };

    private static final String[] VNI_ROWS = {
        "á aù à aø ả aû ã aõ ạ aï â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë",
        "é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ế eá ề eà ể eå ễ eã ệ eä ó où ò oø ỏ oû õ oõ ọ oï",
        "ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ớ ôù ờ ôø ở ôû ỡ ôõ ợ ôï ú uù ù uø ủ uû ũ uõ ụ uï",
        "ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ơ ô ư ö đ ñ ỉ æ ĩ ó ị ò ỵ î"
    };

    private static final Map<Integer, String> TCVN3 = tcvn3();
    private static final Map<String, String> VNI = vni();

    private LegacyFonts() {}

    static String tcvn3(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            int code = b & 0xff;
            String letter = TCVN3.get(code);
            text.append(letter == null ? String.valueOf((char) code) : letter);
        }
        return text.toString();
    }

    /** A letter and the mark behind it are one; a mark alone is a letter of its own. */
    static String vni(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            String pair = raw.substring(at, Math.min(at + 2, raw.length()));
            String two = pair.length() == 2 ? VNI.get(pair) : null;
            String one = VNI.get(pair.substring(0, 1));
            text.append(two != null ? two : one != null ? one : pair.substring(0, 1));
            at += two != null ? 2 : 1;
        }
        return text.toString();
    }

    private static Map<Integer, String> tcvn3() {
        Map<Integer, String> table = new HashMap<>();
        for (String row : TCVN3_ROWS) {
            String[] cells = row.split(" ");
            for (int i = 0; i < cells.length; i += 2) {
                table.put(Integer.parseInt(cells[i + 1], 16), cells[i]);
            }
        }
        return table;
    }

    private static Map<String, String> vni() {
        Map<String, String> table = new HashMap<>();
        for (String row : VNI_ROWS) {
            String[] cells = row.split(" ");
            for (int i = 0; i < cells.length; i += 2) {
                table.put(cells[i + 1], cells[i]);
            }
        }
        return table;
    }
}

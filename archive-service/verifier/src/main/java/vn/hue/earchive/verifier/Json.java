package vn.hue.earchive.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON (RFC 8259) into maps, lists, strings, numbers as text, booleans and null. */
final class Json {

    private static final int MAX_DEPTH = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** The object that the text is; a key that is given twice is refused. */
    static Map<?, ?> object(String text) throws Broken {
        Json json = new Json(text);
        try {
            Object value = json.value(0);
            json.space();
            if (value instanceof Map<?, ?> map && json.at == text.length()) {
                return map;
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw json.broken();
        }
        throw json.broken();
    }

    private @Nullable Object value(int depth) throws Broken {
        space();
        if (depth > MAX_DEPTH) {
            throw broken();
        }
        char first = text.charAt(at);
        return switch (first) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map(int depth) throws Broken {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        while (more('}', map.isEmpty())) {
            space();
            String key = string();
            space();
            expect(':');
            if (map.containsKey(key)) {
                throw broken();
            }
            map.put(key, value(depth + 1));
        }
        return map;
    }

    private List<@Nullable Object> list(int depth) throws Broken {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        while (more(']', list.isEmpty())) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private boolean more(char end, boolean first) throws Broken {
        space();
        if (text.charAt(at) == end) {
            at++;
            return false;
        }
        if (!first) {
            expect(',');
        }
        return true;
    }

    private String string() throws Broken {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char next = text.charAt(at++); next != '"'; next = text.charAt(at++)) {
            if (next != '\\') {
                string.append(next);
                continue;
            }
            char escaped = text.charAt(at++);
            if (escaped == 'u') {
                string.append((char) Integer.parseInt(text, at, at + 4, 16));
                at += 4;
            } else {
                int known = "\"\\/bfnrt".indexOf(escaped);
                if (known < 0) {
                    throw broken();
                }
                string.append("\"\\/\b\f\n\r\t".charAt(known));
            }
        }
        return string.toString();
    }

    private String number() throws Broken {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == from) {
            throw broken();
        }
        return text.substring(from, at);
    }

    private @Nullable Object word(String word, @Nullable Object value) throws Broken {
        if (!text.startsWith(word, at)) {
            throw broken();
        }
        at += word.length();
        return value;
    }

    private void expect(char wanted) throws Broken {
        if (text.charAt(at++) != wanted) {
            throw broken();
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Broken broken() {
        return new Broken("Mục nhật ký không phải JSON hợp lệ", "An entry is not valid JSON");
    }
}

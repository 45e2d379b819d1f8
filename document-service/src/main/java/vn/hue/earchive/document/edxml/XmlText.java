package vn.hue.earchive.document.edxml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes XML in the order in which it is called; an element without content is left out. */
final class XmlText {

    private static final Map<Character, String> ESCAPED =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\r', "&#13;");

    private final StringBuilder text = new StringBuilder();

    /** Markup as it is. */
    XmlText raw(String markup) {
        text.append(markup);
        return this;
    }

    /** A leaf; nothing when there is no value. */
    XmlText leaf(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            text.append('<').append(name).append('>');
            escape(value.toString());
            text.append("</").append(name).append('>');
        }
        return this;
    }

    /** An element around what {@code content} writes; nothing when that writes nothing. */
    XmlText within(String name, Runnable content) {
        int before = text.length();
        text.append('<').append(name).append('>');
        int start = text.length();
        content.run();
        if (text.length() == start) {
            text.setLength(before);
        } else {
            text.append("</").append(name).append('>');
        }
        return this;
    }

    /** What XML 1.0 cannot carry is left out: a control character would break the message. */
    private void escape(String value) {
        value.codePoints()
                .filter(c ->
                        c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || (c >= 0x20 && c <= 0xd7ff)
                                || (c >= 0xe000 && c <= 0xfffd)
                                || c >= 0x10000)
                .forEach(c -> {
                    String escaped = c < 0x80 ? ESCAPED.get((char) c) : null;
                    if (escaped != null) {
                        text.append(escaped);
                    } else {
                        text.appendCodePoint(c);
                    }
                });
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

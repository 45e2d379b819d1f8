package vn.hue.earchive.document.email;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.time.LegalDate;

/** Header fields as text: unfolded, encoded words decoded, raw UTF-8 as it is (RFC 2047, 6532). */
final class HeaderText {

    private static final Pattern FOLDS = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern ADDRESS = Pattern.compile("^(.*?)<\\s*([^<>\\s]+)\\s*>");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private HeaderText() {}

    static String of(Field field) {
        String raw = ContentUtil.decode(StandardCharsets.UTF_8, field.getRaw());
        String body = raw.substring(raw.indexOf(':') + 1);
        String unfolded = FOLDS.matcher(body).replaceAll(" ").strip();
        return DecoderUtil.decodeEncodedWords(
                        unfolded, DecodeMonitor.SILENT, StandardCharsets.UTF_8)
                .strip();
    }

    /** Value and parameters of Content-Type or Content-Disposition (RFC 2045, 2231). */
    record Structured(String value, Map<String, String> parameters) {

        static final Structured NONE = new Structured("", Map.of());

        /** A parameter with encoded words decoded: some clients write file names that way. */
        @Nullable String text(String name) {
            String value = parameters.get(name);
            return value == null
                    ? null
                    : DecoderUtil.decodeEncodedWords(
                            value, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
        }
    }

    static Structured structured(Field field) {
        String raw = ContentUtil.decode(StandardCharsets.UTF_8, field.getRaw());
        String body = FOLDS.matcher(raw.substring(raw.indexOf(':') + 1)).replaceAll(" ").strip();
        RawBody parsed = RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), body));
        MimeParameterMapping mapping = new MimeParameterMapping();
        for (NameValuePair pair : parsed.getParams()) {
            if (pair.getValue() != null) {
                mapping.addParameter(pair.getName(), pair.getValue());
            }
        }
        Map<String, String> parameters = new HashMap<>();
        mapping.getParameters().forEach((k, v) -> parameters.put(k.toLowerCase(Locale.ROOT), v));
        return new Structured(
                parsed.getValue() == null ? "" : parsed.getValue().toLowerCase(Locale.ROOT),
                parameters);
    }

    /** Name and address of the first mailbox. */
    record Mailbox(@Nullable String name, @Nullable String address) {}

    static Mailbox mailbox(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (matcher.find()) {
            String name = matcher.group(1).strip().replaceAll("^\"|\"$", "").strip();
            return new Mailbox(name.isEmpty() ? null : name, matcher.group(2));
        }
        return new Mailbox(null, text.isBlank() ? null : text.strip());
    }

    /** The day of a Date field in Viet Nam; null when it cannot be read. */
    static @Nullable LocalDate day(String date) {
        try {
            String bare = COMMENT.matcher(date).replaceAll("").strip();
            return ZonedDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(LegalDate.ZONE)
                    .toLocalDate();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A Message-ID without its brackets; empty when it is none that could be kept. */
    static String messageId(String text) {
        String bare = text.strip().replaceAll("^<|>$", "").strip();
        return bare.length() > 900 ? "" : bare;
    }
}

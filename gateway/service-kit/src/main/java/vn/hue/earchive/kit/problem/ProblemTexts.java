package vn.hue.earchive.kit.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts of problems in both languages, read from every {@code kit-problems_<language>.properties}
 * and {@code problems_<language>.properties} on the class path (UTF-8).
 */
public final class ProblemTexts {

    private static final List<String> PARTS = List.of("title", "detail", "nextStep");
    private static final Map<Locale, Properties> TEXTS =
            Languages.ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(l -> l, ProblemTexts::load));

    private ProblemTexts() {}

    /** Keys that a service's problem types lack, as {@code vi:CODE.title}; for its tests. */
    public static List<String> missing(ProblemType... types) {
        List<String> missing = new ArrayList<>();
        for (Locale language : Languages.ALL) {
            for (ProblemType type : types) {
                for (String part : PARTS) {
                    String key = type.code() + "." + part;
                    if (text(language, key) == null) {
                        missing.add(language + ":" + key);
                    }
                }
            }
        }
        return missing;
    }

    /**
     * A part of a problem's text, {@code title}, {@code detail} or {@code nextStep}; empty when
     * there is none.
     */
    public static String of(Locale language, ProblemType type, String part, Object... args) {
        return format(language, type.code() + "." + part, args);
    }

    /** The message of a violation that brings none of its own. */
    static Violation complete(Locale language, Violation violation) {
        if (!violation.message().isEmpty()) {
            return violation;
        }
        return new Violation(
                violation.pointer(),
                violation.code(),
                format(language, violation.code() + ".message", violation.pointer()));
    }

    private static String format(Locale language, String key, Object... args) {
        String pattern = text(language, key);
        return pattern == null ? "" : new MessageFormat(pattern, language).format(args);
    }

    private static @Nullable String text(Locale language, String key) {
        Properties texts = TEXTS.get(language);
        return texts == null ? null : texts.getProperty(key);
    }

    private static Properties load(Locale language) {
        Properties texts = new Properties();
        for (String bundle : List.of("kit-problems", "problems")) {
            for (URL file : files(bundle + "_" + language.getLanguage() + ".properties")) {
                try (InputStream in = file.openStream();
                        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return texts;
    }

    private static List<URL> files(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ProblemTexts.class.getClassLoader() : context;
        try {
            return loader == null ? List.of() : Collections.list(loader.getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.hue.earchive.kit.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that people are answered in: Vietnamese unless English is preferred. */
public final class Languages {

    static final Locale VIETNAMESE = Locale.of("vi");
    static final List<Locale> ALL = List.of(VIETNAMESE, Locale.ENGLISH);

    private Languages() {}

    /** The best of ours for an {@code Accept-Language} header; nonsense counts as absent. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return VIETNAMESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ALL);
            return best == null ? VIETNAMESE : best;
        } catch (IllegalArgumentException e) {
            return VIETNAMESE;
        }
    }
}

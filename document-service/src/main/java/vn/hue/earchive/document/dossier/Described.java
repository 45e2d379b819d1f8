package vn.hue.earchive.document.dossier;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a dossier, and may correct while it is open.
 *
 * @param medium of the whole dossier
 * @param paper where its paper lies and what it is; null when nothing is known
 */
record Described(
        String title,
        String accessMode,
        List<String> languages,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String keywords,
        @Nullable String description,
        @Nullable String paperFileCode,
        String maker,
        Medium medium,
        @Nullable PaperOriginal paper) {

    Described withAccessMode(String mode) {
        return new Described(
                title,
                mode,
                languages,
                startDate,
                endDate,
                keywords,
                description,
                paperFileCode,
                maker,
                medium,
                paper);
    }
}

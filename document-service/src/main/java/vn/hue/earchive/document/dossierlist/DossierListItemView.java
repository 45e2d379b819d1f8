package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.Retention;

/**
 * A line of a dossier list.
 *
 * @param notation number and sign of the dossier, {@code 01-VP}
 * @param maker who makes the dossier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DossierListItemView(
        UUID id,
        int position,
        String notation,
        String title,
        @Nullable String maker,
        @Nullable String note,
        Retention retention) {}

package vn.hue.earchive.document.dossier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.retention.FixedRetention;

/**
 * Where a dossier stands: its year, its notation and its period.
 *
 * @param listItemId the planned dossier that it carries out; null for one outside the list
 */
record DossierPlan(
        int year, String notation, @Nullable UUID listItemId, FixedRetention retention) {}

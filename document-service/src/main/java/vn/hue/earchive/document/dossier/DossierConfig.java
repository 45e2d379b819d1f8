package vn.hue.earchive.document.dossier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Periods of the law that concern dossiers. */
@ConfigMapping(prefix = "earchive.document.dossier")
interface DossierConfig {

    /**
     * {@code earchive.document.dossier.hand-over-days}: calendar days after the end of the work
     * within which a digital dossier goes to the agency archive (Circular 05/2025 ch. IV).
     */
    @WithDefault("60")
    int handOverDays();
}

package vn.hue.earchive.archive.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sip.SipFinding;

/**
 * What was found in a package. Stored as JSON with it.
 *
 * @param findings against the ZIP as a whole: nothing of it is taken then
 */
record PackageReport(List<SipFinding> findings, List<Dossier> dossiers) {

    /**
     * One package of the ZIP.
     *
     * @param dossierId null when it was refused before it was known which dossier it is
     * @param repealedForm described as Circular 02/2019 had it; null in reports of before
     * @param findings against its form; it is refused then, the others go on
     * @param checks the checks of a dry run; null otherwise, they stand in the intake
     */
    record Dossier(
            String root,
            @Nullable UUID dossierId,
            @Nullable String fileCode,
            @Nullable Boolean repealedForm,
            List<SipFinding> findings,
            @Nullable DossierReport checks) {}

    static PackageReport refusal(SipFinding finding) {
        return new PackageReport(List.of(finding), List.of());
    }
}

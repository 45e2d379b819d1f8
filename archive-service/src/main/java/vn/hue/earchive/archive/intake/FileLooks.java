package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.pdfa.CheckPdfa;
import vn.hue.earchive.archive.pdfa.PdfaLook;
import vn.hue.earchive.archive.pdfa.PdfaResult;
import vn.hue.earchive.archive.pronom.LookUpFormat;
import vn.hue.earchive.archive.pronom.PronomResult;
import vn.hue.earchive.archive.signature.FileSignatures;
import vn.hue.earchive.archive.signature.LookForSignatures;
import vn.hue.earchive.archive.spool.Spool;
import vn.hue.earchive.archive.spool.SpooledFile;

/** What is looked at when a file lies in the spool, by processes apart. */
@ApplicationScoped
class FileLooks {

    private final Spool spool;
    private final CheckPdfa pdfa;
    private final LookUpFormat pronom;
    private final LookForSignatures signatures;

    FileLooks(Spool spool, CheckPdfa pdfa, LookUpFormat pronom, LookForSignatures signatures) {
        this.spool = spool;
        this.pdfa = pdfa;
        this.pronom = pronom;
        this.signatures = signatures;
    }

    SpooledFile spool(@Nullable String name) {
        return spool.begin(name);
    }

    PdfaLook pdfa(boolean wanted) {
        return pdfa.begin(wanted);
    }

    /** Whether a digitised document that is no PDF/A is refused. */
    boolean pdfaDemanded() {
        return pdfa.demanded();
    }

    /**
     * What was seen.
     *
     * @param pdfa null when it is no PDF
     * @param signatures null when they were not looked for
     */
    record Seen(
            @Nullable PdfaResult pdfa, PronomResult pronom, @Nullable FileSignatures signatures) {}

    /**
     * @param name of the file when its signatures are to be looked for, else null
     */
    Seen look(SpooledFile file, PdfaLook claim, @Nullable String name) {
        return new Seen(
                claim.of(file).orElse(null),
                pronom.of(file),
                name == null ? null : signatures.in(file, name).orElse(null));
    }
}

package vn.hue.earchive.archive.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.agreement.AgreementTerms;
import vn.hue.earchive.archive.pdfa.PdfaLook;
import vn.hue.earchive.archive.spool.SpooledFile;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * Looks at the bytes of one file while they pass to whoever reads them: feeds the virus scanner,
 * keeps the first bytes for the media type and a copy on the disk for what needs random access.
 * What takes time goes on while the next files pass.
 */
final class FileInspection implements AutoCloseable {

    private final SubmissionManifest.File file;
    private final VirusScanner.Scan scan;
    private final FileLooks looks;
    private final PdfaLook claim;
    private final SpooledFile spooled;
    private final FileConclusion conclusion;

    private byte[] head = new byte[0];
    private boolean ended;
    private long passed;
    private @Nullable FutureTask<FileLooks.Seen> look;
    private FileLooks.@Nullable Seen seen;
    private @Nullable Verdict verdict;

    FileInspection(
            SubmissionManifest.File file,
            String docCode,
            VirusScanner.Scan scan,
            FormatIdentifier formats,
            FileLooks looks,
            AgreementTerms terms,
            boolean digitised) {
        this.file = file;
        this.scan = scan;
        this.looks = looks;
        this.claim = looks.pdfa(digitised);
        this.spooled = looks.spool(file.description().name());
        this.conclusion =
                new FileConclusion(
                        file,
                        docCode,
                        formats,
                        terms,
                        digitised,
                        looks.pdfaDemanded() || terms.pdfaDemanded());
    }

    SubmissionManifest.File file() {
        return file;
    }

    /** The same bytes; what is read from the result is looked at. */
    InputStream tap(InputStream source) {
        return new FilterInputStream(source) {

            private final byte[] single = new byte[1];

            @Override
            public int read() throws IOException {
                return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count < 0) {
                    end();
                } else {
                    pass(target, offset, count);
                }
                return count;
            }

            @Override
            public long skip(long count) throws IOException {
                // Nothing passes unseen.
                byte[] skipped = new byte[(int) Math.min(count, 8192)];
                return Math.max(0, read(skipped, 0, skipped.length));
            }

            @Override
            public boolean markSupported() {
                return false;
            }

            @Override
            public void close() throws IOException {
                super.close();
                end();
            }
        };
    }

    private void pass(byte[] bytes, int offset, int length) {
        int wanted = Math.min(length, FormatIdentifier.HEAD_BYTES - head.length);
        if (wanted > 0) {
            int had = head.length;
            head = Arrays.copyOf(head, had + wanted);
            System.arraycopy(bytes, offset, head, had, wanted);
        }
        scan.feed(bytes, offset, length);
        passed += length;
        claim.pass(bytes, offset, length);
        spooled.pass(bytes, offset, length);
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        scan.end();
        // Of a file that broke off nothing is said.
        if (passed == file.description().size()) {
            spooled.finish();
            String signedName = conclusion.signatureTold() ? null : conclusion.name();
            look = new FutureTask<>(() -> looks.look(spooled, claim, signedName));
            Thread.ofVirtual().name("file-look").start(look);
        } else {
            spooled.close();
        }
    }

    /** The bytes were compared with the manifest by whoever read them. */
    void digestsAgree() {
        conclusion.digestsAgree();
    }

    /** The file is not what the manifest says, or is not there. */
    void digestFails(FindingCode code, String... details) {
        conclusion.digestFails(code, details);
    }

    /** Waits for the scanner and the looks, so that it holds nothing longer than it must. */
    void awaitVerdict() {
        if (ended && verdict == null) {
            verdict = scan.verdict();
        }
        if (look != null && seen == null) {
            seen = seen(look);
            spooled.close();
        }
    }

    private static FileLooks.Seen seen(FutureTask<FileLooks.Seen> look) {
        try {
            return look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** All that can be said about the file; call after its last byte. */
    void conclude() {
        awaitVerdict();
        conclusion.conclude(verdict, seen, head);
        head = new byte[0];
    }

    List<Finding> findings() {
        return conclusion.findings();
    }

    DossierReport.FileReport report() {
        return conclusion.report();
    }

    @Override
    public void close() {
        scan.close();
        if (look != null && seen == null) {
            // Whoever looks must not find the file gone.
            seen(look);
        }
        spooled.close();
    }
}

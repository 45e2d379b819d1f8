package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * ClamAV's daemon where the Debian package is installed. It knows one signature, of the EICAR test
 * file: enough to see that a verdict arrives, not enough to protect anybody. A production
 * installation runs its own with the full, current signatures.
 */
public final class VirusScanner extends Component {

    public static final String NAME = "clamd";
    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private final int port;

    private VirusScanner(Site site) {
        super(site, NAME);
        this.port = site.settings().port(NAME);
    }

    /** The scanner, if its program is installed. */
    public static Optional<VirusScanner> ifInstalled(Site site) {
        return Stream.of(PROGRAM)
                .filter(Files::isExecutable)
                .map(program -> new VirusScanner(site))
                .findFirst();
    }

    public int port() {
        return port;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public int memoryMiB() {
        return 30;
    }

    @Override
    protected List<Integer> ports() {
        return List.of(port);
    }

    @Override
    protected void prepare() throws IOException {
        Path signatures = site.data(NAME);
        String hex = HexFormat.of().formatHex(eicar().getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("test.ndb"), "Eicar-Test-Signature:0:0:" + hex + "\n");
        Files.writeString(
                configuration(),
                """
                Foreground yes
                LogTime yes
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                TemporaryDirectory %s
                SelfCheck 0
                MaxThreads 8
                StreamMaxLength 4000M
                MaxScanSize 4000M
                MaxFileSize 2000M
                """
                        .formatted(port, signatures, site.config(NAME)));
    }

    @Override
    protected List<String> command() throws IOException {
        return List.of(PROGRAM.toString(), "--config-file=" + configuration(), "--foreground");
    }

    @Override
    protected boolean answers(ChildProcess process) {
        return Probe.connects(port);
    }

    private Path configuration() throws IOException {
        return site.config(NAME).resolve("clamd.conf");
    }

    /**
     * The test file of the antivirus industry, put together here: written out in a source file it
     * would set off scanners.
     */
    private static String eicar() {
        return new StringBuilder(
                        "*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X")
                .reverse()
                .toString();
    }
}

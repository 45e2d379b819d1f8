package vn.hue.earchive.archive.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hue.earchive.archive.evidence.TestAuthority;
import vn.hue.earchive.local.RealComponents;

/**
 * The real components of this module, with a cable to the replica store that a test can pull, see
 * {@link Cable}.
 */
public final class ArchiveComponents implements QuarkusTestResourceLifecycleManager {

    private static final String REPLICA = "earchive.s3.replica.endpoint";

    private final RealComponents real = new RealComponents();
    private final TestAuthority time = TestAuthority.start(true);
    private Cable replica = Cable.none();

    @Override
    public void init(Map<String, String> arguments) {
        real.init(Map.of("module", "archive", "components", "postgres,kafka,s3"));
    }

    @Override
    public Map<String, String> start() {
        var configuration = new TreeMap<>(real.start());
        URI store = URI.create(configuration.getOrDefault(REPLICA, ""));
        try {
            replica = Cable.to(store.getHost(), store.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration.put(REPLICA, "http://127.0.0.1:" + replica.port());
        configuration.put(
                "earchive.evidence.timestamps.authorities.test", time.address().toString());
        try {
            for (String folder : List.of("trust-folder", "crl-folder")) {
                configuration.put(
                        "earchive.signature." + folder,
                        Files.createTempDirectory("archive-test-").toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(replica, new TestInjector.MatchesType(Cable.class));
    }

    @Override
    public void stop() {
        replica.close();
        real.stop();
        time.close();
    }
}

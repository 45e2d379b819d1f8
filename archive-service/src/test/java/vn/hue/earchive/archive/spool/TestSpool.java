package vn.hue.earchive.archive.spool;

import java.nio.file.Path;
import java.util.Optional;

/** A spool for files that are there already. */
public final class TestSpool {

    private final Spool spool;

    private TestSpool(Spool spool) {
        this.spool = spool;
    }

    public static TestSpool of(Path folder, long maxBytes) {
        return new TestSpool(
                new Spool(
                        new SpoolConfig() {
                            @Override
                            public Optional<String> folder() {
                                return Optional.of(folder.toString());
                            }

                            @Override
                            public long maxBytes() {
                                return maxBytes;
                            }
                        }));
    }

    /** The file as it lies when all its bytes have passed, in pieces of an odd size. */
    public SpooledFile file(String name, byte[] bytes) {
        SpooledFile file = spool.begin(name);
        for (int at = 0; at < bytes.length; at += 7001) {
            file.pass(bytes, at, Math.min(7001, bytes.length - at));
        }
        file.finish();
        return file;
    }
}

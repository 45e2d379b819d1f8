package vn.hue.earchive.archive.pronom;

import java.time.Duration;

/** The real process. */
public final class TestPronom {

    private TestPronom() {}

    public static LookUpFormat with(Duration timeLimit) {
        return new LookUpFormat(
                new PronomConfig() {
                    @Override
                    public boolean enabled() {
                        return true;
                    }

                    @Override
                    public int processes() {
                        return 1;
                    }

                    @Override
                    public int heapMb() {
                        return 64;
                    }

                    @Override
                    public Duration timeLimit() {
                        return timeLimit;
                    }
                });
    }
}

package vn.hue.earchive.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store is found to be able to do. */
class StoreProbeTest {

    private final TestStores stores = new TestStores();

    /** Red when the second of two writers is not tried, or the probe leaves something behind. */
    @Test
    void findsOutWhetherAStoreHonoursAConditionalPut() throws Exception {
        StoreInspection inspection =
                new StoreInspection(
                        new ArchiveStores(List.of(stores.primary, overwriting()), false));

        assertThat(inspection.capabilities("primary"))
                .isEqualTo(new StoreCapabilities(true, false, false));
        assertThat(inspection.capabilities("replica").conditionalPut()).isFalse();
        assertThat(stores.primary.list("store-probe-")).isEmpty();
    }

    /** The replica, as a server that takes no notice of If-None-Match. */
    private ArchiveBucket overwriting() {
        return (ArchiveBucket)
                Proxy.newProxyInstance(
                        ArchiveBucket.class.getClassLoader(),
                        new Class<?>[] {ArchiveBucket.class},
                        (proxy, method, arguments) -> {
                            try {
                                if (method.getName().equals("create")) {
                                    stores.replica.put(
                                            (String) arguments[0],
                                            (byte[]) arguments[1],
                                            (int) arguments[2],
                                            (String) arguments[3]);
                                    return true;
                                }
                                return method.invoke(stores.replica, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}

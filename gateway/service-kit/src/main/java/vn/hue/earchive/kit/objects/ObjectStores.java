package vn.hue.earchive.kit.objects;

import io.minio.MinioAsyncClient;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The buckets of this service, by the name that they have in its configuration: {@code
 * earchive.s3.<name>.endpoint}, {@code .access-key}, {@code .secret-key}, {@code .bucket} and
 * optionally {@code .region}. All share one HTTP client; {@code earchive.s3.connections} (64)
 * bounds the requests to one store at a time.
 */
@ApplicationScoped
public class ObjectStores {

    private static final Logger LOG = Logger.getLogger(ObjectStores.class);
    private static final String PREFIX = "earchive.s3.";
    private static final String BUCKET = ".bucket";

    /** The least that S3 allows for a part; it bounds the memory of an upload to twice this. */
    private static final int PART_SIZE = 5 * 1024 * 1024;

    private final Config config;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient http;
    private final Map<String, ObjectStore> stores = new ConcurrentHashMap<>();

    ObjectStores(Config config) {
        this.config = config;
        int connections = config.getOptionalValue(PREFIX + "connections", Integer.class).orElse(64);
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(4 * connections);
        // OkHttp's default of five would make every store a queue.
        dispatcher.setMaxRequestsPerHost(connections);
        this.http =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectionPool(new ConnectionPool(connections, 1, TimeUnit.MINUTES))
                        .connectTimeout(5, TimeUnit.SECONDS)
                        .readTimeout(60, TimeUnit.SECONDS)
                        .writeTimeout(60, TimeUnit.SECONDS)
                        .build();
    }

    /**
     * The bucket of {@code earchive.s3.<name>.*}.
     *
     * @throws java.util.NoSuchElementException when it is not configured
     */
    public ObjectStore store(String name) {
        return stores.computeIfAbsent(name, this::connect);
    }

    /** Names of the configured buckets. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String property : config.getPropertyNames()) {
            if (property.startsWith(PREFIX) && property.endsWith(BUCKET)) {
                names.add(property.substring(PREFIX.length(), property.length() - BUCKET.length()));
            }
        }
        return names;
    }

    private ObjectStore connect(String name) {
        String at = PREFIX + name;
        MinioAsyncClient client =
                MinioAsyncClient.builder()
                        .endpoint(config.getValue(at + ".endpoint", String.class))
                        .credentials(
                                config.getValue(at + ".access-key", String.class),
                                config.getValue(at + ".secret-key", String.class))
                        // A known region spares a request for the bucket's location.
                        .region(
                                config.getOptionalValue(at + ".region", String.class)
                                        .orElse("us-east-1"))
                        .httpClient(http)
                        .build();
        return new ObjectStore(client, config.getValue(at + BUCKET, String.class), PART_SIZE);
    }

    /** Only where the suite owns the store; elsewhere buckets are made by those who run it. */
    void createBuckets(@Observes StartupEvent event) {
        if (!config.getOptionalValue(PREFIX + "create-buckets", Boolean.class).orElse(false)) {
            return;
        }
        for (String name : names()) {
            try {
                store(name).ensureBucket();
            } catch (Problem e) {
                LOG.warnf("Bucket not made, its store does not answer store=%s", name);
            }
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
        http.connectionPool().evictAll();
    }
}

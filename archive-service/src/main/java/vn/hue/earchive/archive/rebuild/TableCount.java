package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one table so far. The digests are the sums of the SHA-256 of all rows modulo
 * 2^256, in hex: equal for equal sets of rows in whatever order they were read.
 */
final class TableCount {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    long stores;
    long database;
    long equal;
    long different;
    long onlyStores;
    long onlyDatabase;
    long restored;
    private BigInteger storesDigest = BigInteger.ZERO;
    private BigInteger databaseDigest = BigInteger.ZERO;

    static TableCount from(JsonNode json) {
        TableCount count = new TableCount();
        count.stores = json.path("stores").asLong();
        count.database = json.path("database").asLong();
        count.equal = json.path("equal").asLong();
        count.different = json.path("different").asLong();
        count.onlyStores = json.path("onlyStores").asLong();
        count.onlyDatabase = json.path("onlyDatabase").asLong();
        count.restored = json.path("restored").asLong();
        count.storesDigest = new BigInteger(json.path("storesDigest").asText("0"), 16);
        count.databaseDigest = new BigInteger(json.path("databaseDigest").asText("0"), 16);
        return count;
    }

    /** Counts one key; null where the row is not there. */
    void add(@Nullable String inStores, @Nullable String inDatabase) {
        if (inStores != null) {
            stores++;
            storesDigest = storesDigest.add(new BigInteger(inStores, 16)).mod(MODULUS);
        }
        if (inDatabase != null) {
            database++;
            databaseDigest = databaseDigest.add(new BigInteger(inDatabase, 16)).mod(MODULUS);
        }
        if (inStores == null) {
            onlyDatabase++;
        } else if (inDatabase == null) {
            onlyStores++;
        } else if (inStores.equals(inDatabase)) {
            equal++;
        } else {
            different++;
        }
    }

    boolean isEqual() {
        return different == 0 && onlyStores == 0 && onlyDatabase == 0;
    }

    RebuildViews.Table view(String name) {
        return new RebuildViews.Table(
                name,
                stores,
                database,
                equal,
                different,
                onlyStores,
                onlyDatabase,
                restored,
                hex(storesDigest),
                hex(databaseDigest));
    }

    private static String hex(BigInteger digest) {
        String text = digest.toString(16);
        return "0".repeat(64 - text.length()) + text;
    }
}

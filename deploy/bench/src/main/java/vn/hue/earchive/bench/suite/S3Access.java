package vn.hue.earchive.bench.suite;

import java.net.URI;

/** How to reach one object store. */
public record S3Access(URI endpoint, String accessKey, String secretKey) {

    /** Without the secret: records end up in messages. */
    @Override
    public String toString() {
        return accessKey + " at " + endpoint;
    }
}

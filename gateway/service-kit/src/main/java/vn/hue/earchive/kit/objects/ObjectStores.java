package vn.hue.earchive.kit.objects;

import jakarta.enterprise.context.ApplicationScoped;

/** The buckets of this service, by the name they have in its configuration. */
@ApplicationScoped
public class ObjectStores {

    /** The bucket of {@code earchive.s3.<name>.*}. */
    public ObjectStore store(String name) {
        throw new UnsupportedOperationException(name);
    }
}

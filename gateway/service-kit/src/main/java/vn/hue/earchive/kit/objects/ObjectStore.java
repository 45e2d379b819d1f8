package vn.hue.earchive.kit.objects;

import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;

/** One bucket. */
public class ObjectStore {

    public StoredObject put(String key, InputStream in, long size, String contentType) {
        throw new UnsupportedOperationException(key);
    }

    public Optional<StoredObject> putIfAbsent(
            String key, InputStream in, long size, String contentType) {
        throw new UnsupportedOperationException(key);
    }

    public InputStream get(String key) {
        throw new UnsupportedOperationException(key);
    }

    public InputStream get(String key, long offset, long length) {
        throw new UnsupportedOperationException(key);
    }

    public Optional<ObjectStat> stat(String key) {
        throw new UnsupportedOperationException(key);
    }

    public boolean exists(String key) {
        throw new UnsupportedOperationException(key);
    }

    public void delete(String key) {
        throw new UnsupportedOperationException(key);
    }

    public Iterator<ObjectStat> list(String prefix) {
        throw new UnsupportedOperationException(prefix);
    }
}

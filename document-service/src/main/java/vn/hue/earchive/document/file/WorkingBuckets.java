package vn.hue.earchive.document.file;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;

@Dependent
class WorkingBuckets {

    @Produces
    @Singleton
    @WorkingBucket
    ObjectStore workingBucket(ObjectStores stores) {
        return stores.store("working");
    }
}

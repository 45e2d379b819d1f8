package vn.hue.earchive.archive.store;

/**
 * What an archive store can do.
 *
 * @param conditionalPut whether of several writers one wins; without it two writers of an object
 *     can overwrite each other
 * @param versioning whether the bucket keeps what is overwritten or deleted
 * @param objectLock whether the bucket can refuse to delete
 */
public record StoreCapabilities(boolean conditionalPut, boolean versioning, boolean objectLock) {}

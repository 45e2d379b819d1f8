package vn.hue.earchive.archive.store;

/** Slows down whoever reads in the background. */
@FunctionalInterface
public interface Pace {

    /** As fast as it goes. */
    Pace UNLIMITED = bytes -> {};

    /** Tells that these bytes were read; returns when more may be. */
    void took(long bytes) throws InterruptedException;
}

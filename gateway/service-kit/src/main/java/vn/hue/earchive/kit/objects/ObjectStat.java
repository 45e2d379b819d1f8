package vn.hue.earchive.kit.objects;

import java.time.Instant;

/** What the store knows of an object; {@code size} in bytes. */
public record ObjectStat(String key, long size, String etag, Instant lastModified) {}

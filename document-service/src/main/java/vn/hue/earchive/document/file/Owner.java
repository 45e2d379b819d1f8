package vn.hue.earchive.document.file;

import java.util.UUID;

/**
 * For whom bytes are stored.
 *
 * @param name of the person or the job, for people to read
 */
public record Owner(UUID agencyId, String name) {}

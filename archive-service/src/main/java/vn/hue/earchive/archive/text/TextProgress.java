package vn.hue.earchive.archive.text;

import java.util.UUID;

/** The text of a file is noted; for whoever watches the work. */
record TextProgress(UUID holdingId, UUID fileId) {}

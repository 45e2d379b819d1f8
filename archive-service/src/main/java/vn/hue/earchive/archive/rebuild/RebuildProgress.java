package vn.hue.earchive.archive.rebuild;

import java.util.UUID;

/**
 * Told inside the process after each step of a rebuild was committed. Whoever observes it and fails
 * ends the work there as a kill would.
 */
record RebuildProgress(UUID rebuildId, RebuildRuns.Stage stage) {}

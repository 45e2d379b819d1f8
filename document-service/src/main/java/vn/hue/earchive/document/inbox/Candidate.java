package vn.hue.earchive.document.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open dossier with what tells what belongs to it.
 *
 * @param filed its latest documents
 */
record Candidate(
        UUID id, String fileCode, String title, @Nullable String keywords, List<Features> filed) {}

package vn.hue.earchive.search.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;

/** The index of documents, dossiers and holdings. */
@ApplicationScoped
public class EntryIndex {

    private final OpenSearchClient client;
    private final VersionedIndex<Entry> index;

    EntryIndex(OpenSearchClient client, EngineConfig config) {
        this.client = client;
        this.index =
                new VersionedIndex<>(client, config, "entries", 2, Entry::entryId, Entry::version);
    }

    /** Creates the index when it is missing; see {@link VersionedIndex#generation()}. */
    public String generation() {
        return index.generation();
    }

    /** Whether the index is there to be read and written. */
    public boolean exists() {
        return index.exists();
    }

    /** Writes entries; older versions never replace newer ones. */
    public WriteReport write(List<Entry> entries) {
        return index.write(entries);
    }

    /**
     * Runs a query over the entries. What the caller may see must be part of it.
     *
     * @param request a query without an index
     * @throws EngineUnavailable when the engine cannot answer completely now
     */
    public SearchResponse<FoundEntry> search(SearchRequest.Builder request) {
        try {
            return client.search(
                    request.index(index.alias()).allowPartialSearchResults(false).build(),
                    FoundEntry.class);
        } catch (IOException e) {
            throw new EngineUnavailable("Search failed", e);
        } catch (OpenSearchException e) {
            // 400 is a query that we built wrongly; everything else passes.
            if (e.status() == 400) {
                throw e;
            }
            throw new EngineUnavailable("Search failed: status=" + e.status(), e);
        }
    }
}

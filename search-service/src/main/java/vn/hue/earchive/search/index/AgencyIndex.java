package vn.hue.earchive.search.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.core.GetResponse;

/** The current codes and names of agencies, as document-service tells them. */
@ApplicationScoped
public class AgencyIndex {

    private final OpenSearchClient client;
    private final VersionedIndex<AgencyEntry> index;

    AgencyIndex(OpenSearchClient client, EngineConfig config) {
        this.client = client;
        this.index =
                new VersionedIndex<>(
                        client,
                        config,
                        "agencies",
                        1,
                        agency -> agency.agencyId().toString(),
                        AgencyEntry::version);
    }

    /** Creates the index when it is missing; see {@link VersionedIndex#generation()}. */
    public String generation() {
        return index.generation();
    }

    public WriteReport write(List<AgencyEntry> agencies) {
        return index.write(agencies);
    }

    /**
     * The current names of an agency; empty when it has not been told of yet.
     *
     * @throws EngineUnavailable when the engine cannot answer
     */
    public Optional<AgencyEntry.Names> find(UUID agencyId) {
        try {
            GetResponse<Found> found =
                    client.get(
                            get -> get.index(index.alias()).id(agencyId.toString()), Found.class);
            Found source = found.source();
            return source == null ? Optional.empty() : Optional.of(source.shown());
        } catch (IOException e) {
            throw new EngineUnavailable("Reading an agency failed", e);
        } catch (OpenSearchException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw new EngineUnavailable("Reading an agency failed: status=" + e.status(), e);
        }
    }

    /** What is read back. */
    public record Found(AgencyEntry.Names shown) {}
}

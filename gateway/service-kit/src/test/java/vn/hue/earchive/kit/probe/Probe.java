package vn.hue.earchive.kit.probe;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** A thing of an agency. */
@Entity
public class Probe {

    @Id UUID id;
    UUID agencyId;
    String title;
    @Version long version;

    @SuppressWarnings("NullAway")
    protected Probe() {}

    public Probe(UUID id, UUID agencyId, String title) {
        this.id = id;
        this.agencyId = agencyId;
        this.title = title;
    }

    public UUID id() {
        return id;
    }

    public String title() {
        return title;
    }
}

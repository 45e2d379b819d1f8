package vn.hue.earchive.document.dossierlist;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.retention.FixedRetention;

/** A dossier that the agency plans to make. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "dossier_list_item")
public class DossierListItem {

    @Id private UUID id;
    private UUID agencyId;
    private UUID listId;
    private int position;
    private String notation;
    private String title;
    private @Nullable String maker;
    private @Nullable String note;
    @Embedded private FixedRetention retention;

    @SuppressWarnings("NullAway.Init")
    protected DossierListItem() {}

    /**
     * What a line says (columns of Decree 30/2020 Annex V).
     *
     * @param maker who makes the dossier
     */
    record Line(
            String notation,
            String title,
            @Nullable String maker,
            @Nullable String note,
            FixedRetention retention) {}

    DossierListItem(UUID id, UUID agencyId, UUID listId, int position, Line line) {
        this.id = id;
        this.agencyId = agencyId;
        this.listId = listId;
        this.position = position;
        this.notation = line.notation();
        this.title = line.title();
        this.maker = line.maker();
        this.note = line.note();
        this.retention = line.retention();
    }

    void say(Line line) {
        notation = line.notation();
        title = line.title();
        maker = line.maker();
        note = line.note();
        retention = line.retention();
    }

    Line line() {
        return new Line(notation, title, maker, note, retention);
    }

    public UUID id() {
        return id;
    }

    public String notation() {
        return notation;
    }

    public String title() {
        return title;
    }

    public @Nullable String maker() {
        return maker;
    }

    public FixedRetention retention() {
        return retention;
    }

    UUID listId() {
        return listId;
    }

    int position() {
        return position;
    }

    DossierListItemView view() {
        return new DossierListItemView(
                id, position, notation, title, maker, note, retention.toEvent());
    }
}

package vn.hue.earchive.search.index;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What can be found. */
public enum EntryKind {
    /** A registered document (văn bản). */
    DOCUMENT("document"),
    /** A dossier in the hands of its agency (hồ sơ). */
    DOSSIER("dossier"),
    /** A dossier in the archive's custody (hồ sơ lưu trữ). */
    HOLDING("holding");

    private final String token;

    EntryKind(String token) {
        this.token = token;
    }

    /** As in the interface and in ids. */
    public String token() {
        return token;
    }

    /**
     * Id of an entry: {@code {kind}:{id}}. A dossier and its holding share the UUID, not the id.
     */
    public String entryId(UUID id) {
        return token + ":" + id;
    }

    public static Optional<EntryKind> of(String token) {
        return Arrays.stream(values()).filter(kind -> kind.token.equals(token)).findFirst();
    }
}

package vn.hue.earchive.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * People of one commune in the demo realm, whose passwords stand in its file for everybody to read.
 *
 * @param clerk registers
 * @param specialist opens, files, closes and submits dossiers
 * @param archivist reads the holdings
 */
public record DemoUsers(User clerk, User specialist, User archivist) {

    /** Account and password. */
    public record User(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * @param commune as in the account names, for example {@code ancuu}
     */
    public static DemoUsers of(Path realmFile, String commune) throws IOException {
        JsonNode realm = new ObjectMapper().readTree(realmFile.toFile());
        return new DemoUsers(
                user(realm, "clerk." + commune),
                user(realm, "specialist." + commune),
                user(realm, "archivist." + commune));
    }

    /** One account by its name, for example {@code operator.hue}. */
    public static User one(Path realmFile, String name) throws IOException {
        return user(new ObjectMapper().readTree(realmFile.toFile()), name);
    }

    private static User user(JsonNode realm, String name) {
        for (JsonNode user : realm.path("users")) {
            if (user.path("username").asText().equals(name)) {
                return new User(name, user.path("credentials").path(0).path("value").asText());
            }
        }
        throw new SuiteUnavailable("The demo realm has no user " + name + ".");
    }
}

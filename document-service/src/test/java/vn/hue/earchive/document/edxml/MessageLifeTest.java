package vn.hue.earchive.document.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.document.edxml.MessageLife.Command;
import vn.hue.earchive.document.edxml.MessageLife.Kind;
import vn.hue.earchive.document.edxml.MessageLife.State;

/** Every kind × state × command. Red when an arrow is added or lost. */
class MessageLifeTest {

    @Test
    void hasTheseArrowsAndNoOthers() {
        Map<String, String> arrows = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            for (State state : State.values()) {
                for (Command command : Command.values()) {
                    Optional<State> after = MessageLife.after(kind, state, command);
                    after.ifPresent(s -> arrows.put(kind + " " + state + " " + command, s.name()));
                }
            }
        }
        assertThat(arrows)
                .isEqualTo(
                        new TreeMap<>(
                                Map.ofEntries(
                                        Map.entry("DOCUMENT RECEIVED REGISTER", "REGISTERED"),
                                        Map.entry("DOCUMENT RECEIVED RETURN", "RETURNED"),
                                        Map.entry("DOCUMENT RECEIVED DISMISS", "DISMISSED"),
                                        Map.entry("DOCUMENT RECEIVED MERGE", "MERGED"),
                                        Map.entry("DOCUMENT RECEIVED WITHDRAW", "WITHDRAWN"),
                                        Map.entry("RECALL RECEIVED ACCEPT", "ACCEPTED"),
                                        Map.entry("RECALL RECEIVED REFUSE", "REFUSED"),
                                        Map.entry("UPDATE RECEIVED REGISTER", "REGISTERED"),
                                        Map.entry("UPDATE RECEIVED ACCEPT", "ACCEPTED"),
                                        Map.entry("UPDATE RECEIVED REFUSE", "REFUSED"),
                                        Map.entry("UPDATE RECEIVED WITHDRAW", "WITHDRAWN"),
                                        Map.entry("REPLACE RECEIVED REGISTER", "REGISTERED"),
                                        Map.entry("REPLACE RECEIVED ACCEPT", "ACCEPTED"),
                                        Map.entry("REPLACE RECEIVED REFUSE", "REFUSED"),
                                        Map.entry("REPLACE RECEIVED WITHDRAW", "WITHDRAWN"))));
    }

    @Test
    void aStatusMessageIsNotedAndNothingElse() {
        assertThat(MessageLife.first(Kind.STATUS)).isEqualTo(State.NOTED);
        assertThat(MessageLife.first(Kind.RECALL)).isEqualTo(State.RECEIVED);
    }
}

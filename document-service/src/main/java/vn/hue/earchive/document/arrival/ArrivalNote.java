package vn.hue.earchive.document.arrival;

import java.util.List;
import vn.hue.earchive.document.validation.Findings;

/**
 * What was noticed when something was taken in, kept without its words: they are made in the
 * language of whoever reads it.
 *
 * @param code its text stands in the bundle {@code violations}
 */
public record ArrivalNote(String pointer, String code, List<String> arguments) {

    public ArrivalNote {
        arguments = List.copyOf(arguments);
    }

    public static ArrivalNote of(String pointer, String code, String... arguments) {
        return new ArrivalNote(pointer, code, List.of(arguments));
    }

    void addTo(Findings findings) {
        findings.add(pointer, code, arguments.toArray());
    }
}

package vn.hue.earchive.document.arrival;

import vn.hue.earchive.document.text.LegacyText;
import vn.hue.earchive.document.validation.Findings;

/**
 * A text in a wrong encoding.
 *
 * @param field where the message has it: an element with its parent, {@code MessageHeader/Subject},
 *     or the name of a header field
 * @param original as the sender wrote it
 * @param read as it is proposed
 */
public record Doubt(String field, LegacyText.Encoding encoding, String original, String read) {

    /** Adds what a person should look at. */
    public void addTo(Findings findings) {
        findings.add("/" + field, "TEXT_IN_" + encoding, original, read);
    }
}

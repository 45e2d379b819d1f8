package vn.hue.earchive.archive.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong.
 *
 * @param path the entry concerned, as it is named in the ZIP; null when it concerns the whole
 * @param args values that the message names after the path
 */
public record SipFinding(SipCode code, @Nullable String path, List<String> args) {

    public static SipFinding of(SipCode code, @Nullable String path, Object... args) {
        return new SipFinding(
                code, path, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}

package vn.hue.earchive.archive.aip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The committed list of findings that validators may have on our packages. */
public final class AcceptedFindings {

    private AcceptedFindings() {}

    /** Rule ids accepted of this judge. */
    public static Set<String> of(String judge) throws IOException {
        try (InputStream in =
                AcceptedFindings.class.getResourceAsStream("/accepted-findings.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .filter(columns -> columns[0].equals(judge))
                    .map(columns -> columns[1])
                    .collect(Collectors.toSet());
        }
    }
}

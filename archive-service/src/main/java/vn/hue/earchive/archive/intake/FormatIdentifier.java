package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.pronom.PronomHit;
import vn.hue.earchive.archive.pronom.PronomResult;

/**
 * Tells the format of a file and whether the archive takes it. PRONOM decides, by the bytes; where
 * it knows no signature (plain text, sheets of commas) or was not asked, the media type does, which
 * Tika tells from the first bytes and the name.
 */
@ApplicationScoped
class FormatIdentifier {

    /** As many bytes as Tika's magic patterns look at. */
    static final int HEAD_BYTES = 65536;

    /** What veraPDF has confirmed outweighs what a signature saw in passing. */
    private static final Map<String, String> PDFA =
            Map.of(
                    "1a", "fmt/95", "1b", "fmt/354", "2a", "fmt/476", "2b", "fmt/477", "2u",
                    "fmt/478", "3a", "fmt/479", "3b", "fmt/480", "3u", "fmt/481");

    private final Tika tika = new Tika();
    private final AcceptedFormats accepted = new AcceptedFormats();

    /**
     * What was found, with what is to be said about it.
     *
     * @param notes findings and their arguments behind the name of the file
     */
    record Identified(FileFormat format, List<Note> notes) {}

    record Note(FindingCode code, List<String> args) {

        static Note of(FindingCode code, String... args) {
            return new Note(code, List.of(args));
        }
    }

    /**
     * @param head the first bytes of the file, all of them when it is shorter
     * @param name name as given by the caller; only helps where the bytes allow several formats
     * @param flavour of PDF/A that the file was found to conform to, null when it was not
     */
    Identified identify(
            byte[] head, @Nullable String name, PronomResult pronom, @Nullable String flavour) {
        String mediaType = tika.detect(head, name);
        String confirmed = flavour == null ? null : PDFA.get(flavour);
        if (confirmed != null) {
            AcceptedFormats.Row row = accepted.byPuid(confirmed).orElseThrow();
            return new Identified(taken(row, mediaType), List.of());
        }
        List<PronomHit> byBytes = pronom.hits().stream().filter(PronomHit::byBytes).toList();
        return byBytes.isEmpty()
                ? byMediaType(mediaType, pronom)
                : byPronom(mediaType, name, byBytes);
    }

    /**
     * Of several formats that the bytes allow, the one that fits the name, else one of the list.
     */
    private Identified byPronom(String mediaType, @Nullable String name, List<PronomHit> hits) {
        var notes = new ArrayList<Note>();
        List<PronomHit> fitting = hits.stream().filter(PronomHit::extensionFits).toList();
        List<PronomHit> likely = fitting.isEmpty() ? hits : fitting;
        PronomHit hit =
                likely.stream()
                        .filter(one -> accepted.byPuid(one.puid()).isPresent())
                        .findFirst()
                        .orElse(likely.getFirst());
        if (likely.size() > 1) {
            notes.add(
                    Note.of(
                            FindingCode.FORMAT_AMBIGUOUS,
                            likely.stream()
                                    .map(PronomHit::puid)
                                    .collect(Collectors.joining(", "))));
        }
        if (fitting.isEmpty()) {
            notes.add(
                    Note.of(
                            FindingCode.EXTENSION_DIFFERS,
                            extension(name),
                            "%s (%s)".formatted(hit.name(), hit.puid())));
        }
        Optional<AcceptedFormats.Row> row = accepted.byPuid(hit.puid());
        if (row.isEmpty()) {
            notes.add(
                    Note.of(
                            FindingCode.FORMAT_NOT_ACCEPTED,
                            "%s (%s)".formatted(hit.name(), hit.puid())));
            return new Identified(
                    new FileFormat(mediaType, hit.version(), hit.name(), hit.puid(), false), notes);
        }
        if (row.get().warns()) {
            notes.add(
                    Note.of(
                            FindingCode.FORMAT_VERSION_NOT_LISTED,
                            "%s, %s (%s)".formatted(hit.name(), hit.version(), hit.puid())));
        }
        return new Identified(taken(row.get(), mediaType), notes);
    }

    private Identified byMediaType(String mediaType, PronomResult pronom) {
        Optional<AcceptedFormats.Row> row = accepted.byMediaType(mediaType);
        if (row.isEmpty()) {
            return new Identified(
                    new FileFormat(mediaType, null, null, null, false),
                    List.of(Note.of(FindingCode.FORMAT_NOT_ACCEPTED, mediaType)));
        }
        // The identifier of a format without a signature, when name and content agree on it.
        String puid = row.get().puid();
        if (puid != null && pronom.hits().stream().anyMatch(hit -> hit.puid().equals(puid))) {
            return new Identified(taken(row.get(), mediaType), List.of());
        }
        var format = new FileFormat(mediaType, null, null, null, true);
        return new Identified(
                format,
                List.of(
                        pronom.outcome() == PronomResult.Outcome.LOOKED
                                ? Note.of(FindingCode.FORMAT_NOT_IN_PRONOM, mediaType)
                                : Note.of(
                                        FindingCode.PRONOM_NOT_ASKED,
                                        mediaType,
                                        pronom.outcome().name())));
    }

    private static FileFormat taken(AcceptedFormats.Row row, String mediaType) {
        return new FileFormat(
                row.mediaTypes().contains(mediaType) ? mediaType : row.mediaTypes().getFirst(),
                row.version(),
                row.name(),
                row.puid(),
                true);
    }

    private static String extension(@Nullable String name) {
        int dot = name == null ? -1 : name.lastIndexOf('.');
        return dot < 0 || name == null ? "-" : name.substring(dot).toLowerCase(Locale.ROOT);
    }
}

package vn.hue.earchive.archive.sip;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A METS file and what it names.
 *
 * @param folder in which it lies, with a slash at its end, to which its references are relative
 */
record MetsFile(ZipItem item, String folder, XmlTree tree) {

    /**
     * Something that METS names with its digest.
     *
     * @param section the {@code mdRef} with its section, or the {@code file}
     * @param isFile whether it stands in the {@code fileSec}
     */
    record Reference(String href, XmlTree section, XmlTree described, boolean isFile) {

        @Nullable String size() {
            return described.attribute("size");
        }

        @Nullable SipDigest digest() {
            return SipDigest.of(
                    described.attribute("checksumtype"), described.attribute("checksum"));
        }
    }

    /** Metadata, then files, each in the order of METS. */
    List<Reference> references() {
        return Stream.concat(metadata(), files()).toList();
    }

    /** Descriptive and administrative metadata. */
    private Stream<Reference> metadata() {
        return tree.all()
                .filter(section -> section.name.endsWith("sec") || section.name.endsWith("md"))
                .flatMap(section ->
                        section.children.stream()
                                .filter(child -> child.name.equals("mdref"))
                                .flatMap(reference ->
                                        href(reference)
                                                .map(href ->
                                                        new Reference(
                                                                href, section, reference, false))));
    }

    Stream<Reference> files() {
        return tree.all("file")
                .flatMap(file ->
                        file.children.stream()
                                .filter(child -> child.name.equals("flocat"))
                                .flatMap(MetsFile::href)
                                .map(href -> new Reference(href, file, file, true)));
    }

    private static Stream<String> href(XmlTree element) {
        return Stream.ofNullable(element.attribute("href"));
    }

    /** Identifiers in an attribute that may hold several. */
    static List<String> ids(@Nullable String attribute) {
        return attribute == null ? List.of() : List.of(attribute.split("\\s+"));
    }

    /** Whether a division of the structure says that it holds an attachment. */
    static boolean isAttachment(XmlTree division) {
        String label = division.attribute("label");
        return label != null && label.toLowerCase(Locale.ROOT).contains("attachment");
    }
}

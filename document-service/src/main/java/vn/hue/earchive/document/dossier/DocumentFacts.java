package vn.hue.earchive.document.dossier;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.ClosingRules.Mandatory;
import vn.hue.earchive.document.dossier.ClosingRules.Signatures;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.text.VietnameseText;

/** What the closing rules want to know of a filed document. */
final class DocumentFacts {

    /**
     * Names that people give to drafts: {@code Du_thao QD.docx}, {@code duthao2}, {@code draft}.
     */
    private static final Pattern DRAFT_NAME =
            Pattern.compile("(?:^|[^a-z])(?:du[ ._-]?thao|draft)(?:$|[^a-z])");

    /** States of handling in which somebody still has to do something. */
    private static final Set<String> OPEN =
            Set.of("SUBMITTED_TO_LEADER", "ASSIGNED", "IN_PROGRESS");

    private static final Set<String> WITHDRAWN = Set.of("RETURNED", "RECALLED");
    private static final Set<String> IN_DOUBT = Set.of("INVALID", "INDETERMINATE");

    private DocumentFacts() {}

    static ClosingRules.Doc of(
            int ordinal, RegisteredDocument document, List<DocumentFile> files, boolean withdrawn) {
        DocumentDescription said = document.description(files);
        return new ClosingRules.Doc(
                document.id(),
                ordinal,
                said.number() + "/" + said.notation(),
                said.issuedDate(),
                missing(said),
                String.join(
                        "\n",
                        DocumentNumber.keyOf(said.number() + "/" + said.notation()),
                        VietnameseText.fold(said.issuerName()),
                        String.valueOf(said.issuedDate())),
                files.stream().map(DocumentFile::sha256).toList(),
                files.stream().allMatch(DocumentFile::isPresent),
                withdrawn || WITHDRAWN.contains(document.handlingState()),
                said.files().stream().map(FileDescription::name).anyMatch(DocumentFacts::isDraft),
                OPEN.contains(document.handlingState()),
                signatures(files.stream().map(DocumentFile::signature).toList()),
                document.direction().equals(RegisteredDocument.OUTGOING));
    }

    static boolean isDraft(String fileName) {
        return DRAFT_NAME.matcher(VietnameseText.fold(fileName)).find();
    }

    static Signatures signatures(Collection<String> results) {
        if (results.contains("NOT_CHECKED")) {
            return Signatures.NOT_CHECKED;
        }
        return results.stream().anyMatch(IN_DOUBT::contains)
                ? Signatures.IN_DOUBT
                : Signatures.SETTLED;
    }

    private static Set<Mandatory> missing(DocumentDescription said) {
        Set<Mandatory> missing = EnumSet.noneOf(Mandatory.class);
        note(missing, Mandatory.TYPE, said.typeCode());
        note(missing, Mandatory.DATE, said.issuedDate());
        note(missing, Mandatory.ISSUER, said.issuerName());
        note(missing, Mandatory.SUBJECT, said.subject());
        return missing;
    }

    private static void note(Set<Mandatory> missing, Mandatory field, @Nullable Object value) {
        if (Objects.toString(value, "").isBlank()) {
            missing.add(field);
        }
    }
}

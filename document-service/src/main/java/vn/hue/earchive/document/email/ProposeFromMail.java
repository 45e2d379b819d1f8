package vn.hue.earchive.document.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Proposal;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.numbering.DocumentNumber;

/** Turns what a letter says into a registration that a person can confirm. */
@ApplicationScoped
class ProposeFromMail {

    private static final int SUBJECT_LENGTH = 500;
    private static final int ISSUER_LENGTH = 200;

    private final CodeLists codes;

    ProposeFromMail(CodeLists codes) {
        this.codes = codes;
    }

    /**
     * @param files the first of them the main file
     */
    @Transactional
    Proposal of(Mail mail, List<Upload> files) {
        Optional<DocumentNumber> number =
                LetterReading.number(mail.subject())
                        .or(() ->
                                files.stream()
                                        .map(f -> LetterReading.numberOfFile(f.fileName()))
                                        .flatMap(Optional::stream)
                                        .findFirst());
        return new Proposal(
                LetterReading.type(
                                codes.entries(CodeLists.DOCUMENT_TYPE),
                                mail.subject(),
                                number.orElse(null))
                        .map(CodeListEntry::code)
                        .orElse(null),
                number.map(DocumentNumber::number).orElse(null),
                number.map(DocumentNumber::notation).orElse(null),
                LetterReading.date(mail.subject()).orElse(mail.sentOn()),
                cut(mail.senderName(), ISSUER_LENGTH),
                cut(mail.subject(), SUBJECT_LENGTH),
                List.of("01"),
                null,
                "01",
                "01",
                "0",
                null,
                null,
                null,
                Proposal.File.firstIsMain(files),
                mail.doubts().isEmpty() ? null : mail.doubts());
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}

package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Proposal;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.file.Upload;

/** Turns what a message says into a registration that a person can confirm. */
@ApplicationScoped
class ProposalMaker {

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final int SUBJECT_LENGTH = 500;

    private final CodeLists codes;

    ProposalMaker(CodeLists codes) {
        this.codes = codes;
    }

    /** To be called in a transaction: codes are looked up. */
    Proposal of(EdxmlHeader header, List<Upload> attachments) {
        String urgency =
                Optional.ofNullable(header.priority())
                        .filter(p -> codes.find(CodeLists.URGENCY, p).isPresent())
                        .orElse("0");
        return new Proposal(
                Optional.ofNullable(header.typeName())
                        .flatMap(name -> codes.byLabel(CodeLists.DOCUMENT_TYPE, name))
                        .map(CodeListEntry::code)
                        .orElse(null),
                header.codeNumber(),
                header.codeNotation(),
                date(header.promulgationDate()),
                header.organName(),
                cut(header.subject()),
                List.of("01"),
                pages(header.pageAmount()),
                "01",
                "01",
                urgency,
                header.signerPosition(),
                header.signerName(),
                date(header.dueDate()),
                Proposal.File.firstIsMain(attachments),
                header.doubts());
    }

    private static @Nullable String cut(@Nullable String subject) {
        return subject == null || subject.length() <= SUBJECT_LENGTH
                ? subject
                : subject.substring(0, SUBJECT_LENGTH);
    }

    private static @Nullable Integer pages(@Nullable String amount) {
        return amount != null && amount.matches("[1-9]\\d{0,3}") ? Integer.valueOf(amount) : null;
    }

    /** {@code yyyy/MM/dd} as the standard has it; ISO or the day first as some senders write it. */
    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.indexOf('/') == 2) {
                return LocalDate.parse(text, DAY_FIRST);
            }
            return text.contains("/") ? LocalDate.parse(text, SLASHES) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

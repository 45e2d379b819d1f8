package vn.hue.earchive.document.email;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * Reads number, date and type out of what people write into a subject or a file name: {@code Công
 * văn số 123/UBND-VP ngày 12/3/2026 về việc …}, {@code 123-UBND-VP.pdf}. A proposal, never more.
 */
final class LetterReading {

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?u)(?<![\\p{L}\\d/])(\\d{1,6}[a-z]?)((?:/\\d{4})?)/"
                            + "([\\p{Lu}Đ&]{1,12}\\d{0,2}(?:[-–][\\p{L}\\d&.]{1,20})*)");

    private static final Pattern IN_FILE_NAME =
            Pattern.compile(
                    "(?u)^(\\d{1,6}[a-z]?)[-_. ]+([\\p{Lu}Đ]{1,12}(?:[-–][\\p{Lu}Đ\\d]{1,20})+)");

    private static final Pattern DATE =
            Pattern.compile(
                    "(?iu)ngày\\s+(\\d{1,2})\\s*(?:[/.-]|\\s+tháng\\s+)(\\d{1,2})\\s*"
                            + "(?:[/.-]|\\s+năm\\s+)(\\d{4})");

    private LetterReading() {}

    static Optional<DocumentNumber> number(@Nullable String subject) {
        if (subject == null) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(subject);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String year = matcher.group(2);
        String notation = matcher.group(3).replace('–', '-');
        return DocumentNumber.of(
                matcher.group(1), year.isEmpty() ? notation : year.substring(1) + "/" + notation);
    }

    static Optional<DocumentNumber> numberOfFile(String fileName) {
        Matcher matcher = IN_FILE_NAME.matcher(fileName);
        return matcher.find()
                ? DocumentNumber.of(matcher.group(1), matcher.group(2))
                : Optional.empty();
    }

    static Optional<LocalDate> date(@Nullable String subject) {
        Matcher matcher = DATE.matcher(subject == null ? "" : subject);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(matcher.group(3)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The type whose name the subject begins with, or the abbreviation in the notation. */
    static Optional<CodeListEntry> type(
            Collection<CodeListEntry> types,
            @Nullable String subject,
            @Nullable DocumentNumber number) {
        String folded = VietnameseText.fold(subject == null ? "" : subject);
        return types.stream()
                .filter(t -> begins(folded, VietnameseText.fold(t.labelVi())))
                .max(Comparator.comparingInt(t -> t.labelVi().length()))
                .or(() ->
                        number == null
                                ? Optional.empty()
                                : types.stream()
                                        .filter(t -> abbreviates(t.abbreviation(), number))
                                        .findFirst());
    }

    private static boolean begins(String subject, String label) {
        return subject.startsWith(label)
                && (subject.length() == label.length()
                        || !Character.isLetterOrDigit(subject.charAt(label.length())));
    }

    private static boolean abbreviates(@Nullable String abbreviation, DocumentNumber number) {
        return abbreviation != null
                && (number.notation().startsWith(abbreviation + "-")
                        || number.notation()
                                .matches("\\d{4}/" + Pattern.quote(abbreviation) + "-.*"));
    }
}

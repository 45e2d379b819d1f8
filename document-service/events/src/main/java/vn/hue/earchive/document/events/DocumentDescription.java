package vn.hue.earchive.document.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a registered document. Codes are those of Circular 05/2025 as domain.md gives
 * them.
 *
 * @param direction {@code INCOMING} or {@code OUTGOING}
 * @param registerNumber number in the agency's series of {@code registerYear}; for an incoming
 *     document the arrival number
 * @param registeredOn legal date (Asia/Ho_Chi_Minh) of arrival or issue
 * @param typeCode document type 01–32
 * @param number number as written on the document, at most 11 characters, for example {@code 05}
 * @param notation notation as written, at most 30 characters, for example {@code CT-UBND}
 * @param languages language codes 01–11
 * @param accessMode 01 open, 02 conditional; 03 (secret) never occurs
 * @param confidenceLevel 01 born digital, 02 digitised, 03 mixed
 */
public record DocumentDescription(
        UUID documentId,
        String direction,
        int registerYear,
        long registerNumber,
        LocalDate registeredOn,
        String typeCode,
        String typeName,
        @Nullable String number,
        @Nullable String notation,
        LocalDate issuedDate,
        String issuerName,
        String subject,
        List<String> languages,
        int pageCount,
        String accessMode,
        String confidenceLevel,
        @Nullable String keywords,
        @Nullable String description,
        List<FileDescription> files) {}

package vn.hue.earchive.document.outgoing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.register.DescriptionChecks;

/** A draft that was found good: NFC, every code known. */
record DraftLine(
        String typeCode,
        String typeName,
        boolean legalNormative,
        @Nullable String notation,
        @Nullable String unitAbbreviation,
        String issuerName,
        String subject,
        int pageCount,
        DescriptionChecks.Coded coded,
        String signerPosition,
        String signerName,
        @Nullable String signCapacity,
        @Nullable LocalDate dueDate,
        @Nullable Integer copies,
        @Nullable String draftingUnit,
        @Nullable String archiveCopyUnit,
        @Nullable String keywords,
        @Nullable String description,
        List<Recipient> recipients,
        @Nullable UUID replacesId,
        @Nullable UUID correctsId,
        @Nullable UUID answersId) {}

package vn.hue.earchive.document.edxml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about its document, as text and unjudged (QCVN 102:2016, domain reference 6).
 *
 * @param businessType BussinessDocType: 0 new, 1 recall, 2 update, 3 replace; {@code "0"} when the
 *     sender left it out
 */
record EdxmlHeader(
        @Nullable String organId,
        @Nullable String organName,
        @Nullable String documentId,
        @Nullable String codeNumber,
        @Nullable String codeNotation,
        @Nullable String promulgationDate,
        @Nullable String typeName,
        @Nullable String subject,
        @Nullable String signerPosition,
        @Nullable String signerName,
        @Nullable String dueDate,
        @Nullable String priority,
        @Nullable String pageAmount,
        String businessType,
        List<String> receivers) {}

package vn.hue.earchive.document.edxml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Proposal;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.incoming.RegisterRequest;
import vn.hue.earchive.document.register.RegisteredDocument;

/**
 * A register line as it reads after an update. The sender speaks for the document: type, number,
 * date, subject, pages, signer, urgency and due date. Issuer, access, languages, keywords and notes
 * are what the clerk wrote.
 */
final class UpdatedLine {

    private UpdatedLine() {}

    static RegisterRequest of(RegisteredDocument document, Proposal said, EdxmlHeader header) {
        DocumentDescription now = document.description(List.of());
        return new RegisterRequest(
                or(said.typeCode(), now.typeCode()),
                or(said.number(), document.number()),
                or(said.notation(), document.notation()),
                or(said.issuedDate(), now.issuedDate()),
                now.issuerName(),
                or(said.subject(), now.subject()),
                now.languages(),
                or(said.pageCount(), now.pageCount()),
                now.accessMode(),
                now.confidenceLevel(),
                header.priority() == null ? document.urgency() : said.urgency(),
                null,
                said.signerPosition() == null ? document.signerPosition() : said.signerPosition(),
                said.signerName() == null ? document.signerName() : said.signerName(),
                said.dueDate() == null ? document.dueDate() : said.dueDate(),
                now.keywords(),
                now.description(),
                null);
    }

    private static <T> T or(@Nullable T said, T now) {
        return said == null ? now : said;
    }
}

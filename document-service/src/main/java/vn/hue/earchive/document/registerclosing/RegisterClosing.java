package vn.hue.earchive.document.registerclosing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.Upload;
import vn.hue.earchive.document.print.Register;
import vn.hue.earchive.document.print.RegisterLines;
import vn.hue.earchive.kit.identity.Caller;

/** The seal of a register's year. It is written once and never changes. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "register_closing")
class RegisterClosing {

    @Id private UUID id;
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private Register register;

    private int registerYear;
    private long lineCount;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private String contentKey;
    private long contentSize;
    private String contentSha256;
    private String pdfKey;
    private long pdfSize;
    private String pdfSha256;
    private Instant closedAt;
    private String closedBy;
    private String closer;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RegisterClosing() {}

    RegisterClosing(
            UUID id,
            RegisterLines.Range range,
            RegisterLines.Extent extent,
            Upload content,
            Upload pdf,
            Instant closedAt,
            Caller by) {
        this.id = id;
        this.agencyId = by.agencyId();
        this.register = range.register();
        this.registerYear = range.year();
        this.lineCount = extent.lines();
        this.firstDay = extent.firstDay();
        this.lastDay = extent.lastDay();
        this.contentKey = content.objectKey();
        this.contentSize = content.size();
        this.contentSha256 = content.sha256();
        this.pdfKey = pdf.objectKey();
        this.pdfSize = pdf.size();
        this.pdfSha256 = pdf.sha256();
        this.closedAt = closedAt;
        this.closedBy = by.username();
        this.closer = by.subject();
        this.version = 1;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    long lineCount() {
        return lineCount;
    }

    Instant closedAt() {
        return closedAt;
    }

    RegisterLines.Range range() {
        return RegisterLines.Range.whole(register, registerYear);
    }

    String contentKey() {
        return contentKey;
    }

    String contentSha256() {
        return contentSha256;
    }

    String pdfKey() {
        return pdfKey;
    }

    long pdfSize() {
        return pdfSize;
    }

    String pdfSha256() {
        return pdfSha256;
    }

    long version() {
        return version;
    }

    RegisterClosingView view(List<String> allowedActions) {
        return new RegisterClosingView(
                id,
                register.path(),
                registerYear,
                lineCount,
                firstDay,
                lastDay,
                contentSha256,
                pdfSha256,
                closedAt,
                closedBy,
                allowedActions);
    }
}

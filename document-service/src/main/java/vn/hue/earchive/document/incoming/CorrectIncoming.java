package vn.hue.earchive.document.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.hue.earchive.document.events.DocumentDescribed;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.kit.journal.Journal;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Writes into a register line what its sender says now. Number and day of arrival stay; the audit
 * entry says by which operation and why, and amends the line when its register is closed.
 */
@ApplicationScoped
public class CorrectIncoming {

    private final CheckRegistration check;
    private final Journal journal;
    private final Clock clock;

    CorrectIncoming(CheckRegistration check, Journal journal, Clock clock) {
        this.check = check;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param given the whole line as it is to read; its files are not looked at
     * @throws Problem VALIDATION_FAILED as for a registration
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void correct(RegisteredDocument document, RegisterRequest given) {
        document.correct(check.check(given));
    }

    /** Tells the line with the files that it has now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(
            RegisteredDocument document,
            List<DocumentFile> files,
            String operation,
            Map<String, ?> details) {
        document.touched();
        journal.record(
                new DocumentDescribed(
                        document.agencyId(),
                        document.version(),
                        clock.instant(),
                        document.description(files)),
                operation,
                "document",
                details);
    }
}

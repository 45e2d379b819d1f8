package vn.hue.earchive.document.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.hue.earchive.document.file.ServeContent;
import vn.hue.earchive.document.file.Uploads;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** What a clerk reads before deciding: the message as it came and the files that wait with it. */
@ApplicationScoped
class ArrivalContent {

    private final Desk desk;
    private final Uploads uploads;

    ArrivalContent(Desk desk, Uploads uploads) {
        this.desk = desk;
        this.uploads = uploads;
    }

    /**
     * @throws Problem NOT_FOUND also for files that came without a message
     */
    @Transactional
    ServeContent.Stored message(UUID id) {
        ServeContent.Stored message = desk.find(id, false).arrival().message();
        if (message == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return message;
    }

    /**
     * A file that waits; once the document is registered its register line has it.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    ServeContent.Stored file(UUID id, UUID uploadId) {
        boolean part =
                desk.find(id, false).arrival().proposal().uploads().stream()
                        .anyMatch(uploadId::equals);
        if (!part) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return uploads.held(uploadId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }
}

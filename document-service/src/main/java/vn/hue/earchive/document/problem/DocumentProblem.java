package vn.hue.earchive.document.problem;

import vn.hue.earchive.kit.problem.ProblemType;

/** Refusals of document-service. Texts: {@code problems_vi.properties} and its English twin. */
public enum DocumentProblem implements ProblemType {
    STATE_SECRET_NOT_ALLOWED(422),
    DIGEST_MISMATCH(422),
    UPLOAD_TRUNCATED(400),
    MEDIA_TYPE_NOT_ACCEPTED(415),
    MEDIA_TYPE_MISMATCH(415),
    UPLOAD_NOT_AVAILABLE(409),
    CONTENT_IN_ARCHIVE(410),
    NO_FILE_TO_CHECK(409),
    WEBHOOK_LIMIT_REACHED(409),
    WEBHOOK_STATE_FORBIDS(409),
    DOCUMENT_ALREADY_REGISTERED(409),
    NUMBER_SCHEME_IN_USE(409),
    OUTGOING_NUMBER_TAKEN(409),
    OUTGOING_NUMBER_STATE_FORBIDS(409),
    OUTGOING_STATE_FORBIDS(409),
    SAME_PERSON(409),
    HANDLING_STATE_FORBIDS(409),
    EDXML_MALFORMED(400),
    EDXML_FORBIDDEN_CONSTRUCT(400),
    EDXML_NOT_A_DOCUMENT(422),
    EDXML_TYPE_NOT_SUPPORTED(422),
    EDXML_INCOMPLETE(422),
    EDXML_BOUND_EXCEEDED(413),
    EDXML_STATUS_UNKNOWN(422),
    EDXML_STATE_FORBIDS(409),
    EDXML_REGISTER_INSTEAD(409),
    EDXML_DOCUMENT_FROZEN(409),
    EXCHANGE_STATE_FORBIDS(409),
    EXCHANGE_CONTENT_GONE(410),
    AGENCY_CODE_TAKEN(409),
    AGENCY_NOT_REGISTERED(409),
    RETENTION_SCHEDULE_INVALID(422),
    RETENTION_IMPORT_COLLIDED(409, true),
    RETENTION_SCHEDULE_STATE_FORBIDS(409),
    RETENTION_APPROVER_IS_IMPORTER(403),
    RETENTION_SUGGESTION_DECIDED(409),
    RETENTION_PLAN_CHANGED(409),
    RETENTION_RECOMPUTATION_RUNNING(409),
    DOSSIER_LIST_EXISTS(409),
    DOSSIER_LIST_STATE_FORBIDS(409),
    DOSSIER_LIST_LINES_INVALID(422),
    APPROVER_IS_DRAFTER(403),
    DOSSIER_NOTATION_TAKEN(409),
    DOSSIER_STATE_FORBIDS(409),
    DOCUMENT_ALREADY_FILED(409),
    CLOSING_CHECK_FAILED(422),
    DOSSIER_NOT_ELECTRONIC(422),
    DOSSIER_CHANGED_MEANWHILE(409, true),
    HOLD_BACK_WAITS(409),
    HOLD_BACK_DECIDED(409),
    HOLD_BACK_OF_ANOTHER(403),
    DUTIES_NOT_SEPARATED(403),
    SIDE_CONFIRMED(409),
    OTHER_MINUTES(409),
    TRAINING_STAYS_INSIDE(403),
    NOT_FOR_TRAINING(409),
    RESET_RUNNING(409);

    private final int status;
    private final boolean retryable;

    DocumentProblem(int status) {
        this(status, false);
    }

    DocumentProblem(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}

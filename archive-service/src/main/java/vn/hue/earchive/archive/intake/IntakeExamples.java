package vn.hue.earchive.archive.intake;

/** Examples of the API document. */
final class IntakeExamples {

    static final String JOSE = "application/jose";

    static final String RECEIPT = "eyJhbGciOiJFZERTQSIs….eyJmb3JtIjoiZWFyY2hpdmUt….hgyY0il_MGCj…";

    static final String LIST =
            """
            {"items":[{"submissionId":"01936f3a-7b2c-7c4e-9a57-3f1d5f0e8b21","agencyId":"01936f00-0000-7000-8000-000000005721","state":"DECIDED","agencyCode":"H57.21","submittedBy":"archivist.ancuu","submittedAt":"2026-11-22T08:15:30.123Z","receivedAt":"2026-11-22T08:15:30.456Z","counts":{"ACCEPTED":2,"RETURNED":1},"allowedActions":[]}]}
            """;

    static final String RETURNED =
            """
            {"submissionId":"01936f3a-7b2c-7c4e-9a57-3f1d5f0e8b21","agencyId":"01936f00-0000-7000-8000-000000005721","state":"DECIDED","agencyCode":"H57.21","submittedBy":"archivist.ancuu","submittedAt":"2026-11-22T08:15:30.123Z","receivedAt":"2026-11-22T08:15:30.456Z","counts":{"RETURNED":1},"dossiers":[{"dossierId":"01936f2b-1111-7222-8333-444455556666","fileCode":"H57.21.2026.01-VP","title":"Hồ sơ hội nghị tổng kết công tác năm 2026","state":"RETURNED","decidedAt":"2026-11-22T08:15:31.000Z","checks":{"METADATA":"PASSED","ORDINALS":"PASSED","DIGEST":"FAILED","VIRUS":"PASSED","FORMAT":"WARNING","SIGNATURE":"NOT_CHECKED"},"documents":[{"docCode":"H57.21.2026.01-VP.0000001","checks":{"DIGEST":"FAILED","VIRUS":"PASSED","FORMAT":"WARNING","SIGNATURE":"NOT_CHECKED"},"files":[{"fileId":"01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff","name":"05-CT-UBND.pdf","checks":{"DIGEST":"FAILED","VIRUS":"PASSED","FORMAT":"WARNING","SIGNATURE":"NOT_CHECKED"},"mediaType":"application/pdf","puid":"fmt/20"}]}],"findings":[{"code":"DIGEST_MISMATCH","check":"DIGEST","severity":"ERROR","docCode":"H57.21.2026.01-VP.0000001","fileId":"01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff","message":"Mã băm SHA-256 của tệp 05-CT-UBND.pdf không khớp với danh sách nộp lưu."}]}],"allowedActions":[]}
            """;

    private IntakeExamples() {}
}

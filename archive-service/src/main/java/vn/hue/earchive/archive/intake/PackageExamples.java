package vn.hue.earchive.archive.intake;

/** Examples of the API document. */
final class PackageExamples {

    static final String REQUEST =
            """
            {"sha256":"773a7d49848d1ae2a92c724bd22e3212773a7d49848d1ae2a92c724bd22e3212","size":143210,"fileName":"H57.21.2025.01-VP.zip","dryRun":false}\
            """;

    static final String UPLOADING =
            """
            {"id":"019aab10-0000-7000-8000-000000000041","state":"UPLOADING","fileName":"H57.21.2025.01-VP.zip","sha256":"773a7d49848d1ae2a92c724bd22e3212773a7d49848d1ae2a92c724bd22e3212","size":143210,"dryRun":false,"partSize":8388608,"parts":1,"arrived":[],"createdBy":"archivist.ancuu","createdAt":"2026-11-28T02:00:00Z","expiresAt":"2026-11-30T02:00:00Z","allowedActions":["putPackagePart","completePackage"]}\
            """;

    static final String RECEIVED =
            """
            {"id":"019aab10-0000-7000-8000-000000000041","state":"RECEIVED","fileName":"H57.21.2025.01-VP.zip","sha256":"773a7d49848d1ae2a92c724bd22e3212773a7d49848d1ae2a92c724bd22e3212","size":143210,"dryRun":false,"partSize":8388608,"parts":1,"createdBy":"archivist.ancuu","createdAt":"2026-11-28T02:00:00Z","decidedAt":"2026-11-28T02:00:05Z","submissionId":"019aab10-0000-7000-8000-000000000041","findings":[],"dossiers":[{"root":"","dossierId":"5f0c6b9a-3a50-3b52-8a63-0c9f7b0d2d11","fileCode":"H57.21.2025.01-VP","state":"TAKEN","findings":[]}],"allowedActions":[]}\
            """;

    static final String PART =
            """
            {"number":1,"size":143210,"sha256":"773a7d49848d1ae2a92c724bd22e3212773a7d49848d1ae2a92c724bd22e3212"}\
            """;

    private PackageExamples() {}
}

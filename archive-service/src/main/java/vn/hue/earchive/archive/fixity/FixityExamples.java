package vn.hue.earchive.archive.fixity;

/** Examples of the API document. */
final class FixityExamples {

    static final String PROGRESS =
            """
            {"asOf":"2026-11-27T02:00:00Z","scope":"AGENCY","cycleDays":30,"stores":[{"store":"primary","copies":1204,"good":1204,"missing":0,"bad":0,"neverChecked":12,"checkedInCycle":1192,"oldestCheck":"2026-11-01T17:20:09Z","today":{"checks":81,"files":567,"bytes":182452224,"found":0,"repaired":0,"setAside":0}},{"store":"replica","copies":1204,"good":1203,"missing":0,"bad":1,"neverChecked":12,"checkedInCycle":1192,"oldestCheck":"2026-11-01T17:21:44Z","today":{"checks":80,"files":560,"bytes":181403648,"found":1,"repaired":0,"setAside":0}}],"unsettled":{"open":1,"unrepairable":0,"left":0}}
            """;

    static final String FINDING =
            """
            {"id":"019aab10-0000-7000-8000-000000000001","agencyId":"01936f00-0000-7000-8000-000000005721","holdingId":"01936f2b-1111-7222-8333-444455556666","objectId":"urn:uuid:908AA454-B63D-5CB9-A0E3-17DA48004873","store":"replica","path":"v1/content/5f3e89c6aec7b957/aip.zip","kind":"CHANGED","state":"REPAIRED","expectedSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","foundSha256":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","foundSize":2261043,"foundAt":"2026-11-27T01:58:11Z","settledAt":"2026-11-27T01:58:12Z","source":"primary","history":[{"at":"2026-11-27T01:58:11Z","state":"OPEN"},{"at":"2026-11-27T01:58:12Z","state":"REPAIRED","source":"primary"}]}
            """;

    static final String FINDINGS =
            """
            {"items":[{"id":"019aab10-0000-7000-8000-000000000001","agencyId":"01936f00-0000-7000-8000-000000005721","holdingId":"01936f2b-1111-7222-8333-444455556666","objectId":"urn:uuid:908AA454-B63D-5CB9-A0E3-17DA48004873","store":"replica","path":"v1/content/5f3e89c6aec7b957/aip.zip","kind":"CHANGED","state":"REPAIRED","expectedSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","foundSha256":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","foundSize":2261043,"foundAt":"2026-11-27T01:58:11Z","settledAt":"2026-11-27T01:58:12Z","source":"primary"}]}
            """;

    static final String CERTIFICATE =
            """
            {"agencyId":"01936f00-0000-7000-8000-000000005721","agencyCode":"H57.21","agencyName":"Ủy ban nhân dân phường An Cựu","year":2026,"from":"2026-01-01","to":"2026-11-27","complete":false,"objects":1204,"copies":2408,"copiesChecked":2384,"total":{"checks":21440,"files":150080,"bytes":48318382080,"found":1,"repaired":1,"setAside":0},"stores":[{"store":"primary","work":{"checks":10720,"files":75040,"bytes":24159191040,"found":0,"repaired":0,"setAside":0}},{"store":"replica","work":{"checks":10720,"files":75040,"bytes":24159191040,"found":1,"repaired":1,"setAside":0}}],"unsettled":{"open":0,"unrepairable":0,"left":0},"issuedAt":"2026-11-27T02:00:00Z"}
            """;

    static final String ROUND =
            """
            {"id":"019aab10-0000-7000-8000-000000000009","requestedAt":"2026-11-27T02:00:00Z","store":"replica","state":"RUNNING","copies":1204,"checked":310,"found":0}
            """;

    private FixityExamples() {}
}

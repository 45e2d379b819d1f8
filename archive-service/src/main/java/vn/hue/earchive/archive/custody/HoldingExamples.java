package vn.hue.earchive.archive.custody;

/** Examples of the API document. */
final class HoldingExamples {

    static final String LIST =
            """
            {"items":[{"id":"01936f2b-1111-7222-8333-444455556666","agencyId":"01936f00-0000-7000-8000-000000005721","agencyCode":"H57.21","submissionId":"01936f3a-7b2c-7c4e-9a57-3f1d5f0e8b21","state":"STORED","fileCode":"H57.21.2026.01-VP","archivalFileCode":"H57.21.H57.21.2026.01-VP","title":"Hồ sơ hội nghị tổng kết công tác năm 2026","retentionCode":"01","accessMode":"01","startDate":"2026-01-05","endDate":"2026-11-20","acceptedAt":"2026-11-22T08:15:31Z","preservation":{"aipId":"urn:uuid:908AA454-B63D-5CB9-A0E3-17DA48004873","ocflVersion":"v1","packageSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","packageSize":2261043,"requiredCopies":2,"underReplicated":true,"storedAt":"2026-11-22T08:15:31Z"},"allowedActions":["readHoldingFile"]}]}
            """;

    static final String ONE =
            """
            {"id":"01936f2b-1111-7222-8333-444455556666","agencyId":"01936f00-0000-7000-8000-000000005721","agencyCode":"H57.21","submissionId":"01936f3a-7b2c-7c4e-9a57-3f1d5f0e8b21","state":"REPLICATED","fileCode":"H57.21.2026.01-VP","archivalFileCode":"H57.21.H57.21.2026.01-VP","title":"Hồ sơ hội nghị tổng kết công tác năm 2026","retentionCode":"01","accessMode":"01","startDate":"2026-01-05","endDate":"2026-11-20","acceptedAt":"2026-11-22T08:15:31Z","preservation":{"aipId":"urn:uuid:908AA454-B63D-5CB9-A0E3-17DA48004873","ocflVersion":"v1","packageSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","packageSize":2261043,"requiredCopies":2,"underReplicated":false,"copies":[{"store":"primary","state":"GOOD","verifiedAt":"2026-11-24T19:02:10Z","checkedAt":"2026-11-24T19:02:10Z"},{"store":"replica","state":"GOOD","verifiedAt":"2026-11-22T08:15:31Z"}],"storedAt":"2026-11-22T08:15:31Z","replicatedAt":"2026-11-22T08:15:31Z"},"documents":[{"documentId":"01936f2a-0000-7000-8000-000000000001","ordinal":1,"docCode":"H57.21.2026.01-VP.0000001","typeCode":"03","number":"05","notation":"CT-UBND","issuedDate":"2026-03-05","issuerName":"UBND thành phố Huế","subject":"Về việc lập hồ sơ điện tử","accessMode":"01","pageCount":3,"files":[{"fileId":"01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff","role":"MAIN","name":"05-CT-UBND.pdf","mediaType":"application/pdf","puid":"fmt/20","size":204800,"sha256":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","content":"/v1/holdings/01936f2b-1111-7222-8333-444455556666/files/01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff/content","text":"/v1/holdings/01936f2b-1111-7222-8333-444455556666/files/01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff/text","textState":{"state":"TEXT","pages":3,"pagesRead":3,"recognised":3,"characters":5210}}]}],"allowedActions":["readHoldingFile","exportHoldingPackage"]}
            """;

    private HoldingExamples() {}
}

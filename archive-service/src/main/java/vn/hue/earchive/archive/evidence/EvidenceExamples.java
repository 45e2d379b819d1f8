package vn.hue.earchive.archive.evidence;

/** Examples of the API document. */
final class EvidenceExamples {

    static final String LOG =
            """
            {"origin":"earchive.hue.vn/evidence","size":109482,"publishedSize":109482,"publishedAt":"2026-11-27T02:00:04Z","waiting":0,"timestamps":[{"authority":"tsa","size":109300,"stampedAt":"2026-11-27T01:30:00Z"}],"witnesses":[{"name":"home-affairs","size":109300,"witnessedAt":"2026-11-27T01:30:01Z"}]}\
            """;

    static final String ADOPTION =
            """
            {"size":90112,"of":109482}\
            """;

    static final String CHECKPOINT =
            """
            earchive.hue.vn/evidence
            109482
            sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

            — earchive.hue.vn/evidence UgUcD5l…
            """;

    static final String KEY = "earchive.hue.vn/evidence+52051c0f+AZq1…";

    static final String KEYS =
            """
            {"keys":[{"kty":"OKP","crv":"Ed25519","alg":"EdDSA","use":"sig","kid":"earchive.hue.vn/evidence+52051c0f","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}\
            """;

    static final String CONSISTENCY =
            """
            {"from":109480,"fromRoot":"mZ0hV0lyZzB3p9x5kz0m2y1T8m7QWlq8JfS8m1v1r6s=","to":109482,"toRoot":"sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=","hashes":["gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ="]}\
            """;

    static final String ENTRIES =
            """
            {"items":[{"id":"019aab10-0000-7000-8000-000000000041","index":73894,"action":"aip.store","recordedAt":"2026-11-27T02:00:00.123456Z","loggedAt":"2026-11-27T02:00:02.000111Z"}]}\
            """;

    static final String ENTRY =
            """
            {"id":"019aab10-0000-7000-8000-000000000041","index":73894,"action":"aip.store","recordedAt":"2026-11-27T02:00:00.123456Z","body":"{\\"id\\": \\"019aab10-0000-7000-8000-000000000041\\", \\"action\\": \\"aip.store\\"}","salt":"gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=","commitment":"B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=","proof":"c2sp.org/tlog-proof@v1\\nindex 73894\\n…"}\
            """;

    private EvidenceExamples() {}
}

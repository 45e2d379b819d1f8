package vn.hue.earchive.search.query;

/** Examples of the OpenAPI document. */
final class SearchExamples {

    static final String FOUND_BY_NUMBER =
            """
            {
              "items": [
                {
                  "kind": "document",
                  "id": "019aa3c5-7a10-7c3e-9d52-1f6a0b2c3d4e",
                  "href": "/v1/incoming-documents/019aa3c5-7a10-7c3e-9d52-1f6a0b2c3d4e",
                  "title": "Về việc tăng cường công tác lưu trữ điện tử tại phường An Cựu",
                  "number": "05/CT-UBND",
                  "date": "2026-03-05",
                  "agencyCode": "H57.01",
                  "agencyName": "UBND phường An Cựu",
                  "typeCode": "03",
                  "issuerName": "UBND thành phố Huế",
                  "accessMode": "01",
                  "version": 1,
                  "score": 22034.5
                }
              ],
              "total": 1,
              "totalExact": true
            }
            """;

    static final String UNKNOWN_PARAMETER =
            """
            {
              "type": "urn:earchive:problem:unknown-parameter",
              "title": "Tham số không có",
              "status": 400,
              "code": "UNKNOWN_PARAMETER",
              "retryable": false,
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
            }
            """;

    static final String UNAUTHENTICATED =
            """
            {
              "type": "urn:earchive:problem:unauthenticated",
              "title": "Chưa đăng nhập",
              "status": 401,
              "code": "UNAUTHENTICATED",
              "retryable": false,
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
            }
            """;

    static final String FORBIDDEN =
            """
            {
              "type": "urn:earchive:problem:forbidden",
              "title": "Không có quyền",
              "status": 403,
              "code": "FORBIDDEN",
              "retryable": false,
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
            }
            """;

    static final String UNAVAILABLE =
            """
            {
              "type": "urn:earchive:problem:search-unavailable",
              "title": "Chưa tìm kiếm được",
              "status": 503,
              "detail": "Máy tìm kiếm hiện không trả lời. Hồ sơ, tài liệu vẫn an toàn và mở được theo mã định danh.",
              "code": "SEARCH_UNAVAILABLE",
              "retryable": true,
              "nextStep": "Thử lại sau ít giây. Nếu vẫn lỗi, báo cho người vận hành kèm mã traceId.",
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
            }
            """;

    private SearchExamples() {}
}

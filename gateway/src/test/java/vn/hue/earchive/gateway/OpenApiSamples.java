package vn.hue.earchive.gateway;

import io.vertx.core.json.JsonObject;

/**
 * What the stand-in services answer to {@code /q/openapi}: a shared schema and one that means two
 * things.
 */
final class OpenApiSamples {

    private OpenApiSamples() {}

    static JsonObject of(String service) {
        String path =
                switch (service) {
                    case "document" -> "/v1/dossiers/{id}";
                    case "archive" -> "/v1/holdings/{id}";
                    default -> "/v1/search";
                };
        return new JsonObject(
                """
                {
                  "openapi": "3.1.0",
                  "info": {"title": "%1$s", "version": "1"},
                  "paths": {
                    "%2$s": {"get": {"operationId": "get-%1$s", "security": [{"SecurityScheme": []}],
                      "responses": {"200": {"description": "found", "content": {"application/json":
                        {"schema": {"$ref": "#/components/schemas/Page"}}}},
                        "404": {"$ref": "#/components/responses/Problem"}}}},
                    "/q/internal": {"get": {"responses": {}}}
                  },
                  "components": {
                    "schemas": {
                      "Problem": {"type": "object", "properties": {"code": {"type": "string"}}},
                      "View": {"type": "object", "title": "%1$s"},
                      "Page": {"type": "array", "items": {"$ref": "#/components/schemas/View"}}
                    },
                    "responses": {"Problem": {"description": "problem", "content": {"application/problem+json":
                        {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
                    "securitySchemes": {"SecurityScheme": {"type": "http", "scheme": "basic"}}
                  }
                }
                """
                        .formatted(service, path));
    }
}

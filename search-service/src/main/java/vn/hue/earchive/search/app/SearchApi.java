package vn.hue.earchive.search.app;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The head of the API document. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "search-service",
                        version = "1.0.0",
                        description =
                                "Search over descriptions of documents, dossiers and holdings, in"
                                        + " Vietnamese with and without accents. Problems are"
                                        + " application/problem+json in the language of Accept-Language,"
                                        + " Vietnamese by default.",
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "accessToken"))
@SecurityScheme(
        securitySchemeName = "accessToken",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "Access token of the realm with agency_id, agency_code and roles.")
public class SearchApi extends Application {}

package vn.hue.earchive.document.api;

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
                        title = "document-service",
                        version = "1.0.0",
                        description =
                                "Registers, documents, dossiers and their submission to the agency"
                                        + " archive. Problems are application/problem+json in the"
                                        + " language of Accept-Language, Vietnamese by default.",
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
public class DocumentApi extends Application {}

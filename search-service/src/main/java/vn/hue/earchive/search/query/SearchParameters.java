package vn.hue.earchive.search.query;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters as they came; {@link SearchCriteria} checks them. */
record SearchParameters(
        @Parameter(
                        description =
                                "What to look for. Every word must occur, with or without accents and"
                                        + " wherever its tone is put; \"words in quotes\" must stand"
                                        + " together. A document number is found however it is written:"
                                        + " 5/ct-ubnd finds 05/CT-UBND. Absent: everything, newest"
                                        + " first.",
                        example = "thuận hóa",
                        schema = @Schema(type = SchemaType.STRING, maxLength = Question.MAX_LENGTH))
                @QueryParam("q")
                @Nullable String q,
        @Parameter(
                        description = "Kinds to find, comma-separated: document, dossier, holding.",
                        example = "document,holding",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        pattern =
                                                "^(document|dossier|holding)(,(document|dossier|holding))*$"))
                @QueryParam("kind")
                @Nullable String kind,
        @Parameter(
                        description =
                                "Document types of Circular 05/2025, two digits, comma-separated; only"
                                        + " documents have one.",
                        example = "03",
                        schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{2}(,\\d{2})*$"))
                @QueryParam("typeCode")
                @Nullable String typeCode,
        @Parameter(
                        description =
                                "First legal date, inclusive: documents issued, dossiers and holdings"
                                        + " that cover at least one day of the span.",
                        example = "2026-01-01",
                        schema = @Schema(type = SchemaType.STRING, format = "date"))
                @QueryParam("from")
                @Nullable String from,
        @Parameter(
                        description = "Last legal date, inclusive; not before from.",
                        example = "2026-12-31",
                        schema = @Schema(type = SchemaType.STRING, format = "date"))
                @QueryParam("to")
                @Nullable String to,
        @Parameter(
                        description =
                                "Order: relevance (default with q, needs q) or date, newest first"
                                        + " (default without q).",
                        example = "relevance",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {"relevance", "date"}))
                @QueryParam("sort")
                @Nullable String sort,
        @Parameter(
                        description = "Items in a page.",
                        example = "20",
                        schema =
                                @Schema(
                                        type = SchemaType.INTEGER,
                                        minimum = "1",
                                        maximum = "200",
                                        defaultValue = "50"))
                @QueryParam("limit")
                @Nullable String limit,
        @Parameter(
                        description =
                                "The next of the answer before, with all other parameters unchanged.")
                @QueryParam("cursor")
                @Nullable String cursor) {}

package vn.hue.earchive.document.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;
import vn.hue.earchive.kit.time.LegalDate;

@Path("/v1/retention-schedules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
@RunOnVirtualThread
class RetentionScheduleResource {

    private final ImportRetentionSchedule importSchedule;
    private final ApproveSchedule approve;
    private final RetentionSchedules schedules;
    private final ScheduleViews views;
    private final EntityManager entities;
    private final Clock clock;

    RetentionScheduleResource(
            ImportRetentionSchedule importSchedule,
            ApproveSchedule approve,
            RetentionSchedules schedules,
            ScheduleViews views,
            EntityManager entities,
            Clock clock) {
        this.importSchedule = importSchedule;
        this.approve = approve;
        this.schedules = schedules;
        this.views = views;
        this.entities = entities;
        this.clock = clock;
    }

    /** What is said of a set beside its lines; every part has a default. */
    static class Described {

        /** {@code SAMPLE} when absent. */
        @QueryParam("title")
        @Nullable String title;

        /** {@code GENERAL} when absent. */
        @QueryParam("source")
        @Nullable String source;

        /** {@code SAMPLE} when absent, or {@code DRAFT}. */
        @QueryParam("state")
        @Nullable String state;

        /** Today when absent. */
        @QueryParam("validFrom")
        @Nullable LocalDate validFrom;

        /** Instrument as a whole; each line names its own besides. */
        @QueryParam("legalBasis")
        @Nullable String legalBasis;

        ScheduleDetails details(LocalDate today) {
            String named = VietnameseText.clean(title);
            return new ScheduleDetails(
                    Objects.requireNonNullElse(source, RetentionSource.GENERAL),
                    named == null ? "SAMPLE" : named,
                    Objects.requireNonNullElse(state, "SAMPLE"),
                    Objects.requireNonNullElse(validFrom, today),
                    VietnameseText.clean(legalBasis));
        }
    }

    @POST
    @Consumes("text/csv")
    @Operation(
            operationId = "importRetentionSchedule",
            summary = "Import a version of a rule set from CSV, as a sample or as a draft")
    @RequestBody(
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponseSchema(value = RetentionScheduleView.class, responseCode = "201")
    public Response importSchedule(
            @BeanParam Described described,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            InputStream csv) {
        return importSchedule
                .read(described.details(LegalDate.today(clock)), idempotencyKey, csv)
                .toResponse();
    }

    @POST
    @Path("/checks")
    @Consumes("text/csv")
    @Operation(
            operationId = "checkRetentionSchedule",
            summary = "Dry run of an import: every finding by line and column; nothing is written")
    @RequestBody(
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public ScheduleCheckView check(@BeanParam Described described, InputStream csv) {
        return importSchedule.dryRun(described.details(LegalDate.today(clock)), csv);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRetentionSchedules",
            summary = "Versions of rule sets, newest first")
    public Page<RetentionScheduleView> list(
            @QueryParam("source") @Nullable String source,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        UUID before = cursor == null ? null : uuid(Cursor.decode(cursor, 1).getFirst());
        return Page.of(
                        schedules.page(source, state, before, size + 1),
                        size,
                        s -> Cursor.encode(s.id()))
                .map(views::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getRetentionSchedule", summary = "One version of a rule set")
    @APIResponseSchema(RetentionScheduleView.class)
    public Response get(@PathParam("id") UUID id) {
        RetentionSchedule schedule = schedules.require(id);
        return Response.ok(views.of(schedule)).tag(ETags.of(schedule.version())).build();
    }

    @POST
    @Path("/{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approveRetentionSchedule",
            summary = "Put a version in force; by another person than its importer")
    @APIResponseSchema(RetentionScheduleView.class)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            ApproveSchedule.@Nullable Request request) {
        return approve.once(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}/mapping")
    @Transactional
    @Operation(
            operationId = "listRetentionRuleMapping",
            summary = "Where each line of the version before has gone in this one")
    public Page<RuleMapping.Step> mapping(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        schedules.require(id);
        int size = Limits.page(limit);
        int after = cursor == null ? 0 : position(Cursor.decode(cursor, 1).getFirst());
        List<Object[]> rows =
                entities.unwrap(Session.class)
                        .createNativeQuery(
                                """
                                select position, from_code, to_code, kind, from_period, to_period from retention_rule_mapping
                                where schedule_id = :schedule and position > :after order by position limit :rows
                                """,
                                Object[].class)
                        .setParameter("schedule", id)
                        .setParameter("after", after)
                        .setParameter("rows", size + 1)
                        .getResultList();
        return Page.of(rows, size, r -> Cursor.encode(r[0]))
                .map(r ->
                        new RuleMapping.Step(
                                (String) r[1],
                                (String) r[2],
                                RuleMapping.Kind.valueOf((String) r[3]),
                                (String) r[4],
                                (String) r[5]));
    }

    private static int position(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    private static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}

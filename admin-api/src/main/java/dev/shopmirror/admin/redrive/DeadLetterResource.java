package dev.shopmirror.admin.redrive;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.shopmirror.admin.delivery.DeliveryQuery;
import dev.shopmirror.admin.delivery.DeliveryView;
import dev.shopmirror.admin.ledger.Deliveries;
import dev.shopmirror.admin.ledger.DeliveryFilter;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.parameter.QueryNames;
import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.security.Role;

@Path(DeadLetterResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters", description = "Deliveries that could not be applied, and sending them once more")
class DeadLetterResource {

    static final String PATH = "/api/admin/dead-letters";

    private final Deliveries deliveries;
    private final Redrives redrives;
    private final JsonWebToken caller;
    private final AuditLog audit;

    DeadLetterResource(Deliveries deliveries, Redrives redrives, JsonWebToken caller, AuditLog audit) {
        this.deliveries = deliveries;
        this.redrives = redrives;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Role.VIEWER)
    @Operation(
            summary = "List the dead letters",
            description = "Newest first, with the reason and the position in Kafka.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "Invalid; errors names every wrong parameter")
    @APIResponse(responseCode = "404", description = "No store has this id")
    public Uni<Page<DeliveryView>> list(@BeanParam DeliveryQuery query, @Context UriInfo uri) {
        QueryNames.requireOnly(uri, DeliveryQuery.NAMES);
        DeliveryQuery.Wanted wanted = query.read(Outcome.DEAD_LETTERED.code());
        return deliveries.list(wanted.filter(), wanted.limit(), query.cursor).map(page -> page.map(DeliveryView::of));
    }

    @POST
    @Path("redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Send deliveries through sync-service once more",
            description = "One by its id, those of a filter, or all dead letters. One is published before the answer;"
                    + " others are worked off in the background, at a limited rate.")
    @APIResponseSchema(
            value = RedriveJobView.class,
            responseCode = "202",
            responseDescription = "Location is where its progress is")
    @APIResponse(responseCode = "400", description = "Invalid; errors names every wrong field")
    @APIResponse(responseCode = "404", description = "No delivery or store has this id")
    @APIResponse(responseCode = "409", description = "The delivery took effect already")
    @APIResponse(responseCode = "410", description = "Kafka no longer has the body of the delivery")
    @APIResponse(responseCode = "503", description = "Kafka cannot be reached; nothing was started")
    public Uni<RestResponse<RedriveJobView>> redrive(@NotNull RedriveRequest body) {
        DeliveryFilter filter = RedriveRules.filter(body);
        Uni<RedriveJob> job = body.id() == null
                ? redrives.many(filter, caller.getSubject())
                : redrives.one(body.id(), caller.getSubject());
        return job.invoke(this::recordRedrive).map(DeadLetterResource::accepted);
    }

    private void recordRedrive(RedriveJob job) {
        audit.record(
                "Redrive requested",
                "redrive=" + job.id() + " total=" + job.total() + " filter="
                        + job.filter().encode());
    }

    private static RestResponse<RedriveJobView> accepted(RedriveJob job) {
        return RestResponse.ResponseBuilder.<RedriveJobView>accepted()
                .entity(RedriveJobView.of(job))
                .location(URI.create(RedriveJobResource.PATH + "/" + job.id()))
                .build();
    }
}

package dev.shopmirror.admin.delivery;

import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.shopmirror.admin.ledger.Deliveries;
import dev.shopmirror.admin.ledger.StoredDelivery;
import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.parameter.QueryNames;
import dev.shopmirror.admin.replay.Replay;
import dev.shopmirror.admin.security.Role;

@Path("/api/admin/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "What came from Shopify, and what became of it")
class DeliveryResource {

    private static final Duration BODY_PATIENCE = Duration.ofSeconds(3);

    private final Deliveries deliveries;
    private final Replay replay;

    DeliveryResource(Deliveries deliveries, Replay replay) {
        this.deliveries = deliveries;
        this.replay = replay;
    }

    @GET
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "List the deliveries", description = "Newest first, by when their outcome was written.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "Invalid; errors names every wrong parameter")
    @APIResponse(responseCode = "404", description = "No store has this id")
    public Uni<Page<DeliveryView>> list(
            @BeanParam DeliveryQuery query,
            @QueryParam("outcome")
                    @Parameter(schema = @Schema(enumeration = {"applied", "stale", "ignored", "dead_lettered"}))
                    String outcome,
            @Context UriInfo uri) {
        QueryNames.requireOnly(uri, DeliveryQuery.NAMES, "outcome");
        DeliveryQuery.Wanted wanted = query.read(outcome);
        return deliveries.list(wanted.filter(), wanted.limit(), query.cursor).map(page -> page.map(DeliveryView::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "Read a delivery", description = "Its whole way, and whether Kafka still has its body.")
    @APIResponse(responseCode = "200", description = "The delivery")
    @APIResponse(responseCode = "404", description = "No delivery has this id")
    public Uni<DeliveryView> get(@PathParam("id") String id) {
        return deliveries.get(id).flatMap(this::withBody);
    }

    /** What the ledger knows is told also while Kafka is away. */
    private Uni<DeliveryView> withBody(StoredDelivery delivery) {
        return replay.hasBody(delivery)
                .ifNoItem()
                .after(BODY_PATIENCE)
                .recoverWithUni(() -> Uni.createFrom().nullItem())
                .map(inKafka -> DeliveryView.of(delivery, inKafka));
    }
}

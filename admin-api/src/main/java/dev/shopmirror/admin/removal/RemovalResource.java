package dev.shopmirror.admin.removal;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.shopmirror.admin.parameter.QueryNames;
import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.security.Role;
import dev.shopmirror.admin.security.StoreScope;
import dev.shopmirror.admin.store.StoreId;

@Path("/api/admin/stores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stores")
class RemovalResource {

    private final StoreRemoval removal;
    private final StoreScope scope;
    private final AuditLog audit;

    RemovalResource(StoreRemoval removal, StoreScope scope, AuditLog audit) {
        this.removal = removal;
        this.scope = scope;
        this.audit = audit;
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Remove a store and its mirrored catalogue",
            description = "Without ?confirm nothing is removed, and the answer says what would be. Subscriptions at"
                    + " Shopify are not touched: unregister them first. The record of deliveries is kept.")
    @APIResponse(responseCode = "200", description = "Removed; says what")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "Not confirmed; wouldRemove says what would be removed")
    public Uni<RemovalAnswer> remove(
            @PathParam("id") String id,
            @Parameter(description = "The shop's domain, once it is meant") @QueryParam("confirm") String confirm,
            @Context UriInfo uri) {
        QueryNames.requireOnly(uri, List.of("confirm"));
        return removal.remove(scope.require(StoreId.parse(id)), confirm).invoke(this::recordRemoval);
    }

    private void recordRemoval(RemovalAnswer answer) {
        audit.record("Store removed", "store=" + answer.storeId() + " shop=" + answer.shopDomain());
    }
}

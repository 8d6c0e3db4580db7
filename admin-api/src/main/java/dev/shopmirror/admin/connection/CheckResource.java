package dev.shopmirror.admin.connection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.security.Role;
import dev.shopmirror.admin.security.StoreScope;
import dev.shopmirror.admin.store.StoreId;

/** A POST by an operator, for it calls Shopify, may renew the token, and writes what it finds to the store. */
@Path("/api/admin/stores/{id}/credentials/check")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stores")
class CheckResource {

    private final CredentialsCheck check;
    private final StoreScope scope;
    private final AuditLog audit;

    CheckResource(CredentialsCheck check, StoreScope scope, AuditLog audit) {
        this.check = check;
        this.scope = scope;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Check a store's credentials at Shopify",
            description = "Learns the shop's id and the granted scopes, and names wanted topics that lack one. A store"
                    + " that is uninstalled or disconnected becomes active again when Shopify takes its credentials; an"
                    + " uninstallation is confirmed when it does not.")
    @APIResponse(responseCode = "200", description = "Shopify said yes or no: see valid")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "There is no credential to check, or it opens another shop")
    @APIResponse(responseCode = "502", description = "Shopify said neither")
    public Uni<CheckAnswer> check(@PathParam("id") String id) {
        return check.check(scope.require(StoreId.parse(id))).invoke(this::recordCheck);
    }

    private void recordCheck(CheckAnswer answer) {
        audit.record(
                "Credentials checked",
                "store=" + answer.storeId() + " shop=" + answer.shopDomain() + " valid=" + answer.valid() + " status="
                        + answer.status().value());
    }
}

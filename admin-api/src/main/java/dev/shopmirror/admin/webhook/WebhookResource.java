package dev.shopmirror.admin.webhook;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.shopmirror.admin.security.Role;
import dev.shopmirror.admin.security.StoreScope;
import dev.shopmirror.admin.store.StoreId;

@Path("/api/admin/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Subscriptions of a store at Shopify")
class WebhookResource {

    private final WebhookService webhooks;
    private final StoreScope scope;

    WebhookResource(WebhookService webhooks, StoreScope scope) {
        this.webhooks = webhooks;
        this.scope = scope;
    }

    @POST
    @Path("register")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Register a store's webhooks at Shopify",
            description =
                    "Carries out the plan: creates what is missing and nothing twice, corrects what differs, and moves what"
                            + " delivers to a former base URL. Other subscriptions are left as they are. topics, when"
                            + " given, are registered instead of what the store should have; what the store should have"
                            + " stays as it is.")
    @APIResponse(responseCode = "200", description = "Done; success is false and errors says why where a topic failed")
    @APIResponse(responseCode = "403", description = "The token is not an operator's, or not for this store")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "The base URL, the store's state or its token does not allow it")
    @APIResponse(responseCode = "502", description = "Shopify did not say which subscriptions it has")
    public Uni<RegisterAnswer> register(@NotNull @Valid RegisterRequest body) {
        return webhooks.register(scope.require(StoreId.parse("storeId", body.storeId())), body.topics());
    }

    @GET
    @Path("list/{storeId}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "List a store's webhooks at Shopify", description = "Those made through the Admin API.")
    @APIResponse(responseCode = "200", description = "All that Shopify shows, ours and others")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "The store's state or its token does not allow it")
    @APIResponse(responseCode = "502", description = "Shopify did not answer, or refused")
    public Uni<ListAnswer> list(@PathParam("storeId") String storeId) {
        return webhooks.list(store(storeId));
    }

    @GET
    @Path("plan/{storeId}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "Show what a registration would do", description = "Looks only; changes nothing at Shopify.")
    @APIResponse(responseCode = "200", description = "What Shopify has against what the store should have")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "The store's state or its token does not allow it")
    @APIResponse(responseCode = "502", description = "Shopify did not say which subscriptions it has")
    public Uni<PlanAnswer> plan(@PathParam("storeId") String storeId) {
        return webhooks.plan(store(storeId));
    }

    @GET
    @Path("test/{storeId}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "Test a store's webhook configuration", description = "Looks only; sends and changes nothing.")
    @APIResponse(responseCode = "200", description = "What is configured, and what Shopify has against it")
    @APIResponse(responseCode = "404", description = "No store has this id")
    public Uni<TestAnswer> test(@PathParam("storeId") String storeId) {
        return webhooks.test(store(storeId));
    }

    @DELETE
    @Path("unregister/{storeId}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Delete all of our webhooks of a store",
            description =
                    "Others are skipped. Healing of drift is switched off, so that they stay away. A store that is"
                            + " inactive can be unregistered too.")
    @APIResponse(responseCode = "200", description = "Done; success is false and errors says why where one failed")
    @APIResponse(responseCode = "403", description = "The token is not an operator's, or not for this store")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "The store's state or its token does not allow it")
    @APIResponse(responseCode = "502", description = "Shopify did not say which subscriptions it has")
    public Uni<UnregisterAnswer> unregister(@PathParam("storeId") String storeId) {
        return webhooks.unregister(store(storeId));
    }

    @DELETE
    @Path("{storeId}/{webhookId}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Delete one webhook of a store",
            description = "The one that is named, whoever made it. When it is ours, healing of drift is switched off.")
    @APIResponse(responseCode = "200", description = "It is gone")
    @APIResponse(responseCode = "400", description = "An id is malformed")
    @APIResponse(responseCode = "403", description = "The token is not an operator's, or not for this store")
    @APIResponse(responseCode = "404", description = "There is no such store, or no such webhook of it")
    @APIResponse(responseCode = "409", description = "The store's state or its token does not allow it")
    @APIResponse(responseCode = "502", description = "Shopify did not answer, or refused")
    public Uni<DeleteAnswer> delete(@PathParam("storeId") String storeId, @PathParam("webhookId") String webhookId) {
        UUID store = store(storeId);
        return webhooks.delete(store, WebhookId.parse(webhookId));
    }

    private UUID store(String storeId) {
        return scope.require(StoreId.parse(storeId));
    }
}

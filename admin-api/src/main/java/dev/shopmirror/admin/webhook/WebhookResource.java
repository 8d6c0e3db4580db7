package dev.shopmirror.admin.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.security.Role;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.StoreId;

@Path("/api/admin/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Subscriptions of a store at Shopify")
class WebhookResource {

    private final StoreWebhooks webhooks;
    private final WebhookRegistrar registrar;
    private final WebhookTarget target;

    WebhookResource(StoreWebhooks webhooks, WebhookRegistrar registrar, WebhookTarget target) {
        this.webhooks = webhooks;
        this.registrar = registrar;
        this.target = target;
    }

    @POST
    @Path("register")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Register a store's webhooks at Shopify",
            description = "Creates what is missing and nothing twice. Other subscriptions are left as they are.")
    @APIResponse(responseCode = "200", description = "Done; success is false and errors says why where a topic failed")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "The base URL, the store's state or its token does not allow it")
    @APIResponse(responseCode = "502", description = "Shopify did not say which subscriptions it has")
    public Uni<RegisterAnswer> register(@NotNull @Valid RegisterRequest body) {
        target.requireUsableBaseUrl();
        return webhooks.store(StoreId.parse(body.storeId())).flatMap(store -> register(store, body));
    }

    @GET
    @Path("list/{storeId}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "List a store's webhooks at Shopify", description = "Those made through the Admin API.")
    @APIResponse(responseCode = "200", description = "All that Shopify shows, ours and others")
    @APIResponse(responseCode = "502", description = "Shopify did not answer, or refused")
    public Uni<ListAnswer> list(@PathParam("storeId") String storeId) {
        return webhooks.list(StoreId.parse(storeId)).map(ListAnswer::of);
    }

    @GET
    @Path("test/{storeId}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "Test a store's webhook configuration", description = "Looks only; sends and changes nothing.")
    @APIResponse(responseCode = "200", description = "What is configured, and what Shopify has against it")
    public Uni<TestAnswer> test(@PathParam("storeId") String storeId) {
        return webhooks.store(StoreId.parse(storeId)).flatMap(this::test);
    }

    private Uni<RegisterAnswer> register(Store store, RegisterRequest body) {
        return webhooks.call(store, shop -> registrar.register(store, shop, target.wanted(body.topics())))
                .map(done -> RegisterAnswer.of(store.name(), done));
    }

    private Uni<TestAnswer> test(Store store) {
        return webhooks.list(store.id())
                .map(actual -> TestAnswer.of(store, target, actual))
                .onFailure(ProblemException.class)
                .recoverWithItem(problem -> TestAnswer.withoutShopify(store, target, problem.getMessage()));
    }
}

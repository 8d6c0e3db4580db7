package dev.shopmirror.admin.testevent;

import java.util.Objects;

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
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.StoreId;
import dev.shopmirror.admin.store.Stores;

@Path("/api/admin/webhooks/test-event")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class TestEventResource {

    private final Stores stores;
    private final StoreScope scope;
    private final TestEvents events;
    private final AuditLog audit;

    TestEventResource(Stores stores, StoreScope scope, TestEvents events, AuditLog audit) {
        this.stores = stores;
        this.scope = scope;
        this.events = events;
        this.audit = audit;
    }

    @POST
    @Path("{storeId}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Send a test event through the whole system",
            description = "Signs a fixed body as Shopify does, posts it to the public base URL and follows it into"
                    + " PostgreSQL. It changes no product. Takes up to 30 s where it does not arrive.")
    @APIResponse(responseCode = "200", description = "How far it came; success is false where it stopped on the way")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "There is no secret to sign with, or no usable base URL")
    public Uni<TestEventAnswer> send(@PathParam("storeId") String storeId) {
        return stores.get(scope.require(StoreId.parse(storeId)))
                .flatMap(store -> events.send(store).flatMap(sent -> follow(store, sent)));
    }

    private Uni<TestEventAnswer> follow(Store store, TestEvents.Sent sent) {
        return events.follow(sent)
                .map(answer -> answer.ofStoreThatIs(store.status()))
                .onItemOrFailure()
                .invoke((answer, failure) -> recordSending(store, sent, answer));
    }

    /** It was sent, whatever became of following it. */
    private void recordSending(Store store, TestEvents.Sent sent, TestEventAnswer answer) {
        String stoppedAt = answer == null
                ? "unknown"
                : Objects.requireNonNullElse(answer.data().stoppedAt(), "-");
        audit.record(
                "Test event sent",
                "store=" + store.id() + " shop=" + store.shopDomain() + " webhookId="
                        + sent.event().webhookId() + " stoppedAt=" + stoppedAt);
    }
}

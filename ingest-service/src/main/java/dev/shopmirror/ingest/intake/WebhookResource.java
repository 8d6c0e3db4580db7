package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;

/** Where Shopify POSTs its webhooks. */
@Path("/api/shopify/webhooks")
public class WebhookResource {

    private static final byte[] QUEUED = "{\"message\":\"Webhook queued\"}".getBytes(UTF_8);

    private final Intake intake;

    WebhookResource(Intake intake) {
        this.intake = intake;
    }

    /** Answers 200 {@code {"message":"Webhook queued"}} once Kafka has the body. */
    @POST
    public Uni<Response> receive(@Context HttpServerRequest request) {
        return receive("", request);
    }

    /** The same for an address that names its topic: {@code …/webhooks/products/update}. */
    @POST
    @Path("{topic:.+}")
    public Uni<Response> receive(@PathParam("topic") String topic, @Context HttpServerRequest request) {
        return intake.take(request, topic, ((ContextInternal) Vertx.currentContext()).nettyEventLoop())
                .map(queued ->
                        Response.ok(QUEUED, MediaType.APPLICATION_JSON_TYPE).build());
    }

    /** The framework would answer OPTIONS by itself; there is nothing to find out about here. */
    @OPTIONS
    @Path("{topic:.*}")
    public Response options() {
        throw new NotAllowedException("POST");
    }
}

package dev.shopmirror.admin.shopify;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Shopify's webhooks.json. Answers come as they are: a refusal may be no JSON, and what it says must not be lost. */
@RegisterRestClient(configKey = "shopify", baseUri = "https://every.call.names.its.shop.invalid")
@Path("/admin/api/{version}/webhooks.json")
interface WebhooksRestClient {

    String TOKEN = "X-Shopify-Access-Token";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> list(
            @Url URI shop,
            @PathParam("version") String version,
            @HeaderParam(TOKEN) String token,
            @QueryParam("limit") int limit,
            @Encoded @QueryParam("page_info") String pageInfo);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> create(
            @Url URI shop, @PathParam("version") String version, @HeaderParam(TOKEN) String token, String body);
}

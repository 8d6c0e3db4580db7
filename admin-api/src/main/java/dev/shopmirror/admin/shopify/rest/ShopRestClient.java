package dev.shopmirror.admin.shopify.rest;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Shopify's shop resource, and what the app was granted in it. Answers come as they are. */
@RegisterRestClient(configKey = "shopify", baseUri = "https://every.call.names.its.shop.invalid")
@Path("/admin")
interface ShopRestClient {

    String TOKEN = "X-Shopify-Access-Token";

    @GET
    @Path("oauth/access_scopes.json")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> scopes(@Url URI shop, @HeaderParam(TOKEN) String token);

    @GET
    @Path("api/{version}/shop.json")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> shop(
            @Url URI shop,
            @PathParam("version") String version,
            @HeaderParam(TOKEN) String token,
            @QueryParam("fields") String fields);
}

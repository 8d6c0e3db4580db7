package dev.shopmirror.admin.shopify.rest;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Shopify's webhook resource. Answers come as they are: a refusal may be no JSON, and what it says must not be lost. */
@RegisterRestClient(configKey = "shopify", baseUri = "https://every.call.names.its.shop.invalid")
@Path("/admin/api/{version}")
interface WebhooksRestClient {

    String TOKEN = "X-Shopify-Access-Token";

    @GET
    @Path("webhooks.json")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> list(
            @Url URI shop,
            @PathParam("version") String version,
            @HeaderParam(TOKEN) String token,
            @QueryParam("limit") int limit,
            @Encoded @QueryParam("page_info") String pageInfo);

    @POST
    @Path("webhooks.json")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> create(
            @Url URI shop, @PathParam("version") String version, @HeaderParam(TOKEN) String token, String body);

    @PUT
    @Path("webhooks/{id}.json")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> update(
            @Url URI shop,
            @PathParam("version") String version,
            @HeaderParam(TOKEN) String token,
            @PathParam("id") long id,
            String body);

    @DELETE
    @Path("webhooks/{id}.json")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> delete(
            @Url URI shop,
            @PathParam("version") String version,
            @HeaderParam(TOKEN) String token,
            @PathParam("id") long id);
}

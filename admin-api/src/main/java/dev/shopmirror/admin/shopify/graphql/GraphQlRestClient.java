package dev.shopmirror.admin.shopify.graphql;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Shopify's one address for queries. Answers come as they are. */
@RegisterRestClient(configKey = "shopify", baseUri = "https://every.call.names.its.shop.invalid")
@Path("/admin/api/{version}/graphql.json")
interface GraphQlRestClient {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> post(
            @Url URI shop,
            @PathParam("version") String version,
            @HeaderParam("X-Shopify-Access-Token") String token,
            String body);
}

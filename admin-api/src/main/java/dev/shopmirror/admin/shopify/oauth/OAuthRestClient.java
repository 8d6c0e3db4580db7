package dev.shopmirror.admin.shopify.oauth;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Shopify's token endpoint. Answers come as they are: a refusal may be a page of HTML. */
@RegisterRestClient(configKey = "shopify", baseUri = "https://every.call.names.its.shop.invalid")
@Path("/admin")
interface OAuthRestClient {

    @POST
    @Path("oauth/access_token")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> token(@Url URI shop, String body);
}

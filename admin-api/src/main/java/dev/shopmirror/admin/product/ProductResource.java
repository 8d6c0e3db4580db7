package dev.shopmirror.admin.product;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.parameter.Parameters;
import dev.shopmirror.admin.parameter.QueryNames;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.security.Role;
import dev.shopmirror.admin.security.StoreScope;
import dev.shopmirror.admin.store.StoreId;
import dev.shopmirror.admin.store.Stores;

@Path("/api/admin/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products", description = "The mirrored catalogue")
class ProductResource {

    private final Products products;
    private final Stores stores;
    private final StoreScope scope;

    ProductResource(Products products, Stores stores, StoreScope scope) {
        this.products = products;
        this.stores = stores;
        this.scope = scope;
    }

    @GET
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "List the products", description = "Newest synced first.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "Invalid; errors names every wrong parameter")
    @APIResponse(responseCode = "404", description = "No store has this id")
    public Uni<Page<ProductSummary>> list(@BeanParam ProductQuery query, @Context UriInfo uri) {
        QueryNames.requireOnly(uri, ProductQuery.NAMES);
        ProductQuery.Wanted wanted = query.read();
        if (wanted.storeId() == null) {
            return products.list(scope.limit(), wanted, query.cursor);
        }
        Optional<Set<UUID>> one = Optional.of(Set.of(scope.require(wanted.storeId())));
        return stores.get(wanted.storeId()).flatMap(store -> products.list(one, wanted, query.cursor));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "Read a product", description = "With its variants, and their stock over all locations.")
    @APIResponse(responseCode = "200", description = "The product")
    @APIResponse(responseCode = "400", description = "Several stores have the product, and storeId does not say which")
    @APIResponse(responseCode = "404", description = "No product has this id")
    public Uni<ProductView> get(
            @Parameter(description = "Shopify's id of the product") @PathParam("id") String id,
            @QueryParam("storeId")
                    @Parameter(
                            description = "Needed only where several stores have the product",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String storeId,
            @Context UriInfo uri) {
        QueryNames.requireOnly(uri, List.of("storeId"));
        return storeId == null
                ? products.get(scope.limit(), productId(id))
                : products.get(scope.require(StoreId.parse("storeId", storeId)), productId(id));
    }

    private static long productId(String text) {
        return Parameters.shopifyId(text)
                .orElseThrow(
                        () -> ProblemException.invalid(List.of(new InvalidField("id", "must be a positive number"))));
    }
}

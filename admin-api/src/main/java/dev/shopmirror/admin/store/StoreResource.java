package dev.shopmirror.admin.store;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.paging.PageQuery;
import dev.shopmirror.admin.parameter.QueryNames;
import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.security.Role;
import dev.shopmirror.admin.security.StoreScope;

@Path(StoreResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stores", description = "Shops whose catalogue is mirrored")
class StoreResource {

    static final String PATH = "/api/admin/stores";

    private final Stores stores;
    private final StoreScope scope;
    private final AuditLog audit;

    StoreResource(Stores stores, StoreScope scope, AuditLog audit) {
        this.stores = stores;
        this.scope = scope;
        this.audit = audit;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Register a store", description = "Its tokens are kept encrypted and never shown again.")
    @APIResponseSchema(
            value = StoreView.class,
            responseCode = "201",
            responseDescription = "Registered; Location is its address")
    @APIResponse(responseCode = "400", description = "Invalid; errors names every invalid field")
    @APIResponse(responseCode = "403", description = "The token is not an operator's, or is limited to some stores")
    @APIResponse(responseCode = "409", description = "The shop is registered already")
    public Uni<RestResponse<StoreView>> create(@NotNull NewStore body) {
        scope.requireAll();
        return stores.create(body).invoke(this::recordCreation).map(StoreResource::created);
    }

    @GET
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "List the stores", description = "Those the token may see, in the order of their domains.")
    @APIResponse(responseCode = "200", description = "A page of stores")
    @APIResponse(responseCode = "400", description = "Invalid; errors names every wrong parameter")
    public Uni<Page<StoreView>> list(
            @BeanParam PageQuery page,
            @Parameter(description = "Only the store of this shop") @QueryParam("shopDomain") String shopDomain,
            @Context UriInfo uri) {
        QueryNames.requireOnly(uri, PageQuery.PAGING, "shopDomain");
        int limit = page.rows();
        Uni<Page<Store>> found = shopDomain == null
                ? stores.list(limit, page.cursor, scope.limit())
                : stores.listByShopDomain(shopDomain, scope.limit());
        return found.map(some -> some.map(StoreView::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "Read a store")
    @APIResponse(responseCode = "200", description = "The store")
    @APIResponse(responseCode = "404", description = "No store has this id")
    public Uni<StoreView> get(@PathParam("id") String id) {
        return stores.get(scope.require(StoreId.parse(id))).map(StoreView::of);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Change a store",
            description =
                    "New credentials make it active again, unless status says inactive. A store that becomes active"
                            + " needs a backfill.")
    @APIResponse(responseCode = "200", description = "The store as it is now")
    @APIResponse(responseCode = "400", description = "Invalid; errors names every invalid field")
    @APIResponse(responseCode = "404", description = "No store has this id")
    @APIResponse(responseCode = "409", description = "It becomes active with new credentials only")
    public Uni<StoreView> patch(@PathParam("id") String id, @NotNull StorePatch body) {
        return stores.patch(scope.require(StoreId.parse(id)), body)
                .invoke(store -> recordChange(store, body.changes()))
                .map(StoreView::of);
    }

    private void recordCreation(Store store) {
        audit.record("Store created", "store=" + store.id + " shop=" + store.shopDomain);
    }

    private void recordChange(Store store, List<String> changes) {
        if (!changes.isEmpty()) {
            audit.record(
                    "Store changed",
                    "store=" + store.id + " shop=" + store.shopDomain + " status=" + store.status.value() + " changed="
                            + String.join(",", changes));
        }
    }

    private static RestResponse<StoreView> created(Store store) {
        return RestResponse.ResponseBuilder.<StoreView>created(URI.create(PATH + "/" + store.id))
                .entity(StoreView.of(store))
                .build();
    }
}

package dev.shopmirror.admin.redrive;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.paging.PageQuery;
import dev.shopmirror.admin.parameter.Parameters;
import dev.shopmirror.admin.parameter.QueryNames;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.security.Role;

@Path(RedriveJobResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
class RedriveJobResource {

    static final String PATH = DeadLetterResource.PATH + "/redrives";

    private final Redrives redrives;
    private final AuditLog audit;

    RedriveJobResource(Redrives redrives, AuditLog audit) {
        this.redrives = redrives;
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Role.VIEWER)
    @Operation(
            summary = "List the redrives",
            description = "Newest first. A token for some stores shows those that reach no other.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "Invalid; errors names every wrong parameter")
    public Uni<Page<RedriveJobView>> list(@BeanParam PageQuery page, @Context UriInfo uri) {
        QueryNames.requireOnly(uri, PageQuery.PAGING);
        return redrives.list(page.rows(), page.cursor).map(jobs -> jobs.map(RedriveJobView::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.VIEWER)
    @Operation(
            summary = "Read a redrive",
            description =
                    "Its progress. done means that Kafka has them; each delivery then gets its new outcome, and one"
                            + " more attempt, in place of the old one: GET /api/admin/deliveries?from=<requestedAt>.")
    @APIResponse(responseCode = "200", description = "The redrive")
    @APIResponse(responseCode = "404", description = "No redrive has this id")
    public Uni<RedriveJobView> get(@PathParam("id") String id) {
        return redrives.get(parse(id)).map(RedriveJobView::of);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "Cancel a redrive", description = "What is published stays so.")
    @APIResponse(responseCode = "200", description = "It is cancelled")
    @APIResponse(responseCode = "404", description = "No redrive has this id")
    @APIResponse(responseCode = "409", description = "It ended before")
    public Uni<RedriveJobView> cancel(@PathParam("id") String id) {
        return redrives.cancel(parse(id)).invoke(this::recordCancel).map(RedriveJobView::of);
    }

    private void recordCancel(RedriveJob job) {
        audit.record("Redrive cancelled", "redrive=" + job.id() + " published=" + job.published());
    }

    private static UUID parse(String id) {
        return Parameters.uuid(id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.INVALID_ID, "Ids of redrives are those that the list shows"));
    }
}

package dev.shopmirror.admin.redrive;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.paging.PageLimit;
import dev.shopmirror.admin.parameter.Parameters;
import dev.shopmirror.admin.problem.InvalidField;
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
    public Uni<Page<RedriveJobView>> list(
            @QueryParam("limit")
                    @DefaultValue(PageLimit.DEFAULT)
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "250"))
                    String limit,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") String cursor) {
        List<InvalidField> errors = new ArrayList<>();
        int rows = PageLimit.parse(limit, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return redrives.list(rows, cursor).map(page -> page.map(RedriveJobView::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.VIEWER)
    @Operation(summary = "Read a redrive", description = "Its progress.")
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

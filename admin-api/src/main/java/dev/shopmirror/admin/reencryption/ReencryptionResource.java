package dev.shopmirror.admin.reencryption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.security.Role;
import dev.shopmirror.admin.security.StoreScope;

@Path("/api/admin/stores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stores")
class ReencryptionResource {

    private final Reencryption reencryption;
    private final StoreScope scope;
    private final AuditLog audit;

    ReencryptionResource(Reencryption reencryption, StoreScope scope, AuditLog audit) {
        this.reencryption = reencryption;
        this.scope = scope;
        this.audit = audit;
    }

    @POST
    @Path("reencrypt")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "Encrypt all stored tokens under the first key",
            description = "After a key was put in front of TOKEN_ENCRYPTION_KEYS of every replica. When nothing failed,"
                    + " the older keys can be taken away.")
    @APIResponse(
            responseCode = "200",
            description = "Done; failed names the stores whose tokens stay under another key")
    @APIResponse(responseCode = "403", description = "The token is not an operator's, or is limited to some stores")
    public Uni<ReencryptionAnswer> reencrypt() {
        scope.requireAll();
        return reencryption.run().invoke(this::recordRun);
    }

    private void recordRun(ReencryptionAnswer answer) {
        audit.record(
                "Tokens re-encrypted",
                "key=" + answer.keyId() + " reencrypted=" + answer.reencrypted() + " failed="
                        + answer.failed().size());
    }
}

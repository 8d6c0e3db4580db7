package dev.shopmirror.admin.product;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import dev.shopmirror.admin.paging.PageQuery;
import dev.shopmirror.admin.parameter.Parameters;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;

/** What a list of products can be asked for. All of it is text, so that every error is named. */
public class ProductQuery extends PageQuery {

    static final List<String> NAMES = withPaging("storeId", "status", "incomplete");

    private static final List<String> STATUSES = List.of("active", "archived", "draft", "unlisted");

    @QueryParam("storeId")
    @Parameter(description = "Of this store", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    public String storeId;

    @QueryParam("status")
    @Parameter(schema = @Schema(enumeration = {"active", "archived", "draft", "unlisted"}))
    public String status;

    @QueryParam("incomplete")
    @Parameter(
            description = "Whether variants are missing, because Shopify cut them off",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public String incomplete;

    /** A page as asked for; null is no condition. */
    record Wanted(UUID storeId, String status, Boolean incomplete, int limit) {}

    /** Fails with a problem that names every wrong parameter. */
    Wanted read() {
        List<InvalidField> errors = new ArrayList<>();
        UUID store = Parameters.uuid(storeId).orElse(null);
        if (storeId != null && store == null) {
            errors.add(new InvalidField("storeId", "is not a UUID"));
        }
        if (status != null && !STATUSES.contains(status)) {
            errors.add(new InvalidField("status", "must be one of " + String.join(", ", STATUSES)));
        }
        if (incomplete != null && !List.of("true", "false").contains(incomplete)) {
            errors.add(new InvalidField("incomplete", "must be true or false"));
        }
        int rows = rows(errors);
        ProblemException.throwUnlessEmpty(errors);
        return new Wanted(store, status, incomplete == null ? null : Boolean.valueOf(incomplete), rows);
    }
}

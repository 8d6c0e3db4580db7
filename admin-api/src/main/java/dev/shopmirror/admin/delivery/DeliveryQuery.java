package dev.shopmirror.admin.delivery;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import dev.shopmirror.admin.ledger.DeliveryFilter;
import dev.shopmirror.admin.ledger.FilterRules;
import dev.shopmirror.admin.ledger.FilterText;
import dev.shopmirror.admin.paging.PageQuery;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;

/** What a list of deliveries can be asked for, but for the outcome. All of it is text, so that every error is named. */
public class DeliveryQuery extends PageQuery {

    public static final List<String> NAMES =
            withPaging("storeId", "shopDomain", "topic", "reason", "resourceId", "from", "to");

    @QueryParam("storeId")
    @Parameter(description = "Of this store", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    public String storeId;

    @QueryParam("shopDomain")
    @Parameter(description = "Of this shop, whether there is a store for it or not", example = "acme.myshopify.com")
    public String shopDomain;

    @QueryParam("topic")
    @Parameter(example = "products/update")
    public String topic;

    @QueryParam("reason")
    @Parameter(description = "Code of the reason", example = "broken_json")
    public String reason;

    @QueryParam("resourceId")
    @Parameter(description = "Shopify's id of the product, inventory item or location")
    public String resourceId;

    @QueryParam("from")
    @Parameter(
            description = "Committed then or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String from;

    @QueryParam("to")
    @Parameter(description = "Committed earlier", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String to;

    /** A page as asked for. */
    public record Wanted(DeliveryFilter filter, int limit) {}

    /** Fails with a problem that names every wrong parameter. */
    public Wanted read(String outcome) {
        List<InvalidField> errors = new ArrayList<>();
        FilterText text = new FilterText(storeId, shopDomain, topic, outcome, reason, resourceId, from, to);
        Wanted wanted = new Wanted(FilterRules.read(text, errors), rows(errors));
        ProblemException.throwUnlessEmpty(errors);
        return wanted;
    }
}

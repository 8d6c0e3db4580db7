package dev.shopmirror.sync.payload;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.PoisonReason;
import dev.shopmirror.sync.table.Row;

/**
 * Whether a body can be one of its topic. Shopify signs the body alone, so a captured one can be sent again under any
 * topic; what can be seen of that is refused.
 */
final class Belonging {

    private static final String GID = "admin_graphql_api_id";

    /** Only a shop's body has it, though it may be null; and a shop's body has no gid. */
    private static final String OF_A_SHOP = "myshopify_domain";

    /** Fields of bodies about a shop or the app's installation there, and of no resource. */
    private static final Set<String> OF_NO_RESOURCE = Set.of(OF_A_SHOP, "shop_id", "shop_domain");

    /** Fields that no deletion of Shopify's carries: each tells of a resource that is there. */
    private static final Set<String> OF_THE_LIVING = Set.of(
            "title",
            "variants",
            "variant_gids",
            "name",
            "sku",
            "cost",
            "tracked",
            "available",
            "created_at",
            "updated_at");

    /** Columns that a deletion may carry too, or that bodies of all types have. */
    private static final Set<String> SAYING_NOTHING = Set.of(
            GID,
            "created_at",
            "updated_at",
            "published_scope",
            "country_code_of_origin",
            "province_code_of_origin",
            "harmonized_system_code",
            "country_harmonized_system_codes");

    private Belonging() {}

    /** @throws PoisonException when the body names itself as another type than {@code Product} or the like */
    static void requireType(JsonNode body, String type) {
        JsonNode gid = body.path(GID);
        boolean otherType = gid.isTextual() && !gid.textValue().startsWith("gid://shopify/" + type + "/");
        if (otherType || OF_NO_RESOURCE.stream().anyMatch(body::has)) {
            throw mismatch("The body is no " + type);
        }
    }

    /** @throws PoisonException when the body shows no field that only a shop has */
    static void requireShop(JsonNode body) {
        if (!body.has(OF_A_SHOP)) {
            throw mismatch("The body is no shop");
        }
    }

    /** @throws PoisonException when the body tells of a resource that is there */
    static void requireDeletion(JsonNode body) {
        if (OF_THE_LIVING.stream().anyMatch(body::has)) {
            throw mismatch("A deletion that carries the resource");
        }
    }

    /** @throws PoisonException when the body says no more than a deletion would */
    static void requireContent(Row row) {
        if (row.columns().stream().map(Column::name).allMatch(SAYING_NOTHING::contains)) {
            throw mismatch("The body says nothing of the resource but which it is");
        }
    }

    static PoisonException mismatch(String message) {
        return new PoisonException(PoisonReason.TOPIC_MISMATCH, message);
    }
}

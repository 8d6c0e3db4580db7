package dev.shopmirror.admin.destination;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.shopmirror.admin.wanted.WantedTopic;

/**
 * Which bodies may be cut down to which fields. sync-service applies a trimmed body (an absent field is left as it is),
 * but some fields it cannot do without: the identity; {@code updated_at}, half of every version; {@code variants} and
 * {@code variant_gids}, without which removed variants would stay for ever; and what makes a row of use to anybody.
 */
final class FieldsRule {

    private static final Set<String> PRODUCT =
            Set.of("id", "title", "handle", "status", "updated_at", "variants", "variant_gids");
    private static final Set<String> LEVEL = Set.of("inventory_item_id", "location_id", "available", "updated_at");
    private static final Set<String> ITEM = Set.of("id", "sku", "tracked", "updated_at");
    private static final Set<String> LOCATION = Set.of("id", "name", "active", "updated_at");
    private static final Set<String> DELETED = Set.of("id");

    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            entry("products/create", PRODUCT),
            entry("products/update", PRODUCT),
            entry("products/delete", DELETED),
            entry("inventory_levels/connect", LEVEL),
            entry("inventory_levels/update", LEVEL),
            entry("inventory_levels/disconnect", Set.of("inventory_item_id", "location_id")),
            entry("inventory_items/create", ITEM),
            entry("inventory_items/update", ITEM),
            entry("inventory_items/delete", DELETED),
            entry("locations/create", LOCATION),
            entry("locations/update", LOCATION),
            entry("locations/activate", LOCATION),
            entry("locations/deactivate", LOCATION),
            entry("locations/delete", DELETED),
            entry("app/uninstalled", Set.of("id", "myshopify_domain")),
            entry("app/scopes_update", Set.of("shop_id", "current", "updated_at")),
            entry("shop/update", Set.of("id", "myshopify_domain", "currency", "updated_at")));

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern FILTERED = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?:\\.[A-Za-z0-9_.]+)?\\s*:");

    private FieldsRule() {}

    /** Why bodies must not be cut down so, or empty. */
    static Optional<String> refusal(WantedTopic wanted) {
        if (wanted.fields().isEmpty()) {
            return Optional.empty();
        }
        Set<String> missing = new TreeSet<>(NEEDED.getOrDefault(wanted.topic(), Set.of()));
        missing.removeAll(wanted.fields());
        if (!missing.isEmpty()) {
            return Optional.of("fields of " + wanted.topic() + " must include " + String.join(", ", missing)
                    + ": the mirror is kept by them");
        }
        List<String> filtered = new ArrayList<>(filteredFields(wanted.filter()));
        filtered.removeAll(wanted.fields());
        return filtered.isEmpty()
                ? Optional.empty()
                : Optional.of("fields of " + wanted.topic() + " must include " + String.join(", ", filtered)
                        + ": Shopify filters only by fields that it delivers");
    }

    /** Top-level fields that a filter names: {@code variants.price:>=10 AND status:active} names two. */
    static Set<String> filteredFields(String filter) {
        Set<String> names = new TreeSet<>();
        Matcher matcher =
                FILTERED.matcher(filter == null ? "" : QUOTED.matcher(filter).replaceAll("\"\""));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}

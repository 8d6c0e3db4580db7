package dev.shopmirror.simulator.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Moment;
import dev.shopmirror.simulator.resource.Rule;
import dev.shopmirror.simulator.resource.Shape;

/** A shop as its merchant finds it: every field of Shopify's shop object, and what each may hold. */
final class ShopDefaults {

    private static final List<String> NEVER_NULL = List.of(
            "name",
            "email",
            "province",
            "country",
            "address1",
            "zip",
            "city",
            "phone",
            "primary_locale",
            "country_code",
            "country_name",
            "currency",
            "customer_email",
            "timezone",
            "shop_owner",
            "money_format",
            "money_with_currency_format",
            "weight_unit",
            "province_code",
            "plan_display_name",
            "plan_name",
            "money_in_emails_format",
            "money_with_currency_in_emails_format");

    private static final List<String> SWITCHES = List.of(
            "has_discounts",
            "has_gift_cards",
            "eligible_for_payments",
            "requires_extra_payments_agreement",
            "has_storefront",
            "finances",
            "checkout_api_supported",
            "multi_location_enabled",
            "setup_required",
            "pre_launch_enabled",
            "marketing_sms_consent_enabled_at_checkout",
            "transactional_sms_disabled");

    private static final List<String> NULLABLE =
            List.of("domain", "source", "address2", "iana_timezone", "myshopify_domain", "google_apps_domain");

    private static final List<String> NULLABLE_SWITCHES = List.of(
            "taxes_included",
            "auto_configure_tax_inclusivity",
            "tax_shipping",
            "county_taxes",
            "google_apps_login_enabled",
            "password_enabled");

    static final Shape SHAPE = new Shape(rules());

    private ShopDefaults() {}

    static ObjectNode of(long id, String domain, Moment created) {
        ObjectNode shop = Json.NODES.objectNode();
        shop.put("id", id);
        shop.put("name", domain.substring(0, domain.indexOf('.')));
        shop.put("email", "owner@example.com");
        shop.put("domain", domain);
        shop.put("province", "Ontario").put("country", "CA").put("address1", "34 Example Street");
        shop.put("zip", "K1N 5T5").put("city", "Ottawa").putNull("source").put("phone", "5555550100");
        shop.putNull("latitude")
                .putNull("longitude")
                .put("primary_locale", "en")
                .putNull("address2");
        shop.set("created_at", created.node());
        shop.set("updated_at", created.node());
        shop.put("country_code", "CA").put("country_name", "Canada").put("currency", "CAD");
        shop.put("customer_email", "owner@example.com");
        shop.put("timezone", "(GMT-05:00) Eastern Time (US & Canada)").put("iana_timezone", "America/Toronto");
        shop.put("shop_owner", "Example Owner");
        shop.put("money_format", "${{amount}}").put("money_with_currency_format", "${{amount}} CAD");
        shop.put("weight_unit", "kg").put("province_code", "ON").put("taxes_included", false);
        shop.putNull("auto_configure_tax_inclusivity").putNull("tax_shipping").put("county_taxes", true);
        shop.put("plan_display_name", "Basic").put("plan_name", "basic");
        shop.put("has_discounts", false).put("has_gift_cards", false);
        shop.put("myshopify_domain", domain);
        shop.putNull("google_apps_domain").putNull("google_apps_login_enabled");
        shop.put("money_in_emails_format", "${{amount}}");
        shop.put("money_with_currency_in_emails_format", "${{amount}} CAD");
        shop.put("eligible_for_payments", true).put("requires_extra_payments_agreement", false);
        shop.put("password_enabled", false).put("has_storefront", true).put("finances", true);
        shop.put("primary_location_id", id + 1);
        shop.put("checkout_api_supported", true).put("multi_location_enabled", true);
        shop.put("setup_required", false).put("pre_launch_enabled", false);
        shop.putArray("enabled_presentment_currencies").add("CAD");
        shop.put("marketing_sms_consent_enabled_at_checkout", false).put("transactional_sms_disabled", false);
        return shop;
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        NEVER_NULL.forEach(field -> rules.put(field, Rule.TEXT));
        SWITCHES.forEach(field -> rules.put(field, Rule.BOOLEAN));
        NULLABLE.forEach(field -> rules.put(field, Rule.TEXT.orNull()));
        NULLABLE_SWITCHES.forEach(field -> rules.put(field, Rule.BOOLEAN.orNull()));
        List.of("created_at", "updated_at").forEach(field -> rules.put(field, Rule.TIME.orNull()));
        List.of("latitude", "longitude").forEach(field -> rules.put(field, Rule.NUMBER.orNull()));
        List.of("id", "primary_location_id").forEach(field -> rules.put(field, Rule.ID));
        rules.put("enabled_presentment_currencies", Rule.TEXTS);
        return Map.copyOf(rules);
    }
}

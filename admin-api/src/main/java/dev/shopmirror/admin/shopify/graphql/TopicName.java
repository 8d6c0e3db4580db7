package dev.shopmirror.admin.shopify.graphql;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A topic's two names: {@code products/update}, as deliveries and the REST API have it, and {@code PRODUCTS_UPDATE}. The
 * way back is not written in the name: {@code CUSTOMER_TAGS_ADDED} is {@code customer.tags_added}.
 */
final class TopicName {

    /** What comes before the slash, of the topics that are known; a newer one is split by its looks. */
    private static final List<String> RESOURCES = Stream.of("""
                    app app_purchases_one_time app_subscriptions audit_events bulk_operations carts channels
                    checkout_and_accounts_configurations checkouts collection_listings collection_publications
                    collections companies company_contact_roles company_contacts company_locations
                    customer_account_settings customer_groups customer_payment_methods customers
                    customers_email_marketing_consent customers_marketing_consent delivery_promise_settings discounts
                    disputes domains draft_orders finance_app_staff_member finance_kyc_information fulfillment_events
                    fulfillment_holds fulfillment_orders fulfillments inventory_items inventory_levels
                    inventory_shipments inventory_transfers locales locations markets metafield_definitions
                    metaobjects order_transactions orders payment_schedules payment_terms product_feeds
                    product_listings product_publications products profiles publications refunds returns
                    reverse_deliveries reverse_fulfillment_orders scheduled_product_listings segments
                    selling_plan_groups shop subscription_billing_attempts subscription_billing_cycle_edits
                    subscription_billing_cycles subscription_contracts tax_partners tax_services tax_summaries
                    tender_transactions themes variants""".split("\\s+"))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private static final List<String> DOTTED =
            List.of("customer.joined_segment", "customer.left_segment", "customer.tags_added", "customer.tags_removed");

    private TopicName() {}

    static String toEnum(String topic) {
        return topic.replace('/', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static String fromEnum(String value) {
        String name = value.toLowerCase(Locale.ROOT);
        return DOTTED.stream()
                .filter(topic -> toEnum(topic).equals(value))
                .findAny()
                .orElseGet(() -> split(name, resourceOf(name)));
    }

    /** The longest known one; of an unknown one its first word, up to the first plural if there is any. */
    private static int resourceOf(String name) {
        return RESOURCES.stream()
                .filter(resource -> name.startsWith(resource + '_'))
                .findFirst()
                .map(String::length)
                .orElseGet(() -> name.contains("s_") ? name.indexOf("s_") + 1 : name.indexOf('_'));
    }

    private static String split(String name, int at) {
        return at <= 0 ? name : name.substring(0, at) + '/' + name.substring(at + 1);
    }
}

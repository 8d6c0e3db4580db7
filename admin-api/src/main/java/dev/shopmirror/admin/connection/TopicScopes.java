package dev.shopmirror.admin.connection;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which access scopes a topic takes, as of API version 2026-07.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/latest/enums/WebhookSubscriptionTopic">Shopify: topics</a>
 */
final class TopicScopes {

    /** Scopes of which one is enough, and the topics, or whole resources, that take them. What a topic says counts. */
    private static final String LISTED = """
            : app app_purchases_one_time app_subscriptions bulk_operations checkout_and_accounts_configurations
            : customer_account_settings domains machine_translation_batch shop
            read_audit_events: audit_events
            read_content: metafield_definitions
            read_customer_merge: customers/merge
            read_customer_payment_methods: customer_payment_methods
            read_customers: customer customer_groups customers customers_email_marketing_consent
            read_customers: customers_marketing_consent customers_whats_app_marketing_consent segments
            read_customers read_companies: companies company_contact_roles company_contacts company_locations
            read_discounts: discounts
            read_draft_orders: draft_orders
            read_financial_kyc_information: finance_app_staff_member finance_kyc_information
            read_fulfillments: fulfillment_events
            read_fulfillments read_marketplace_orders: fulfillments
            read_inventory: inventory_levels
            read_inventory read_products: inventory_items
            read_inventory_shipments: inventory_shipments
            read_inventory_shipments_received_items: inventory_shipments/receive_items
            read_inventory_transfers: inventory_transfers
            read_locales: locales
            read_locations: locations
            read_marketing_events: attributed_sessions
            read_markets: markets markets_backup_region
            read_merchant_managed_fulfillment_orders read_assigned_fulfillment_orders \
            read_third_party_fulfillment_orders read_marketplace_fulfillment_orders: fulfillment_holds fulfillment_orders
            read_metaobjects: metaobjects
            read_orders: carts checkouts orders/delete orders/risk_assessment_changed
            read_orders: orders/shopify_protect_eligibility_changed tender_transactions
            read_orders read_marketplace_orders: orders
            read_orders read_marketplace_orders read_buyer_membership_orders: order_transactions orders/cancelled
            read_orders read_marketplace_orders read_buyer_membership_orders: orders/edited orders/link_requested
            read_orders read_marketplace_orders read_buyer_membership_orders: orders/updated refunds
            read_orders read_marketplace_orders read_returns read_marketplace_returns read_buyer_membership_orders: \
            returns/cancel returns/close returns/reopen
            read_own_subscription_contracts: subscription_billing_attempts subscription_billing_cycle_edits
            read_own_subscription_contracts: subscription_billing_cycles subscription_contracts
            read_payment_terms: payment_schedules payment_terms
            read_product_listings: collection_listings product_feeds product_listings scheduled_product_listings
            read_products: collections products selling_plan_groups variants
            read_publications: channels collection_publications product_publications publications
            read_returns read_marketplace_returns: reverse_deliveries reverse_fulfillment_orders
            read_returns read_marketplace_returns read_buyer_membership_orders: returns
            read_shipping: delivery_promise_settings shipping_addresses
            read_shipping read_assigned_shipping: profiles
            read_shopify_payments_disputes: disputes
            read_taxes: tax_partners tax_services tax_summaries
            read_themes: themes
            """;

    private static final Map<String, List<String>> ANY_OF = read();

    private TopicScopes() {}

    /** Whether it is known which scopes the topic takes, be it none. */
    static boolean isKnown(String topic) {
        return anyOf(topic).isPresent();
    }

    /**
     * One of these scopes would do, and none of them is granted; empty when nothing is missing, or is known to be.
     *
     * @param granted such as {@code write_products}, which includes reading
     */
    static List<String> missing(String topic, Collection<String> granted) {
        List<String> anyOf = anyOf(topic).orElse(List.of());
        return anyOf.stream().anyMatch(scope -> isGranted(scope, granted)) ? List.of() : anyOf;
    }

    private static Optional<List<String>> anyOf(String topic) {
        String resource = topic.replaceFirst("[/.].*", "");
        return Optional.ofNullable(ANY_OF.get(topic)).or(() -> Optional.ofNullable(ANY_OF.get(resource)));
    }

    private static boolean isGranted(String scope, Collection<String> granted) {
        return granted.contains(scope) || granted.contains(scope.replaceFirst("^read_", "write_"));
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> anyOf = new HashMap<>();
        LISTED.lines().forEach(line -> {
            String[] sides = line.split(": ?", 2);
            List<String> scopes = sides[0].isEmpty() ? List.of() : List.of(sides[0].split(" "));
            Arrays.stream(sides[1].split(" ")).forEach(topic -> anyOf.put(topic, scopes));
        });
        return Map.copyOf(anyOf);
    }
}

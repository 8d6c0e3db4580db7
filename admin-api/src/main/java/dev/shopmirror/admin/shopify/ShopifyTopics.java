package dev.shopmirror.admin.shopify;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Topics that Shopify has, as of API version 2026-07.
 *
 * @see <a href="https://shopify.dev/docs/api/admin-graphql/latest/enums/WebhookSubscriptionTopic">Shopify: topics</a>
 */
public final class ShopifyTopics {

    /** A resource and its events on each line. */
    private static final String LISTED = """
            app scopes_update uninstalled
            app_purchases_one_time update
            app_subscriptions approaching_capped_amount update
            attributed_sessions first last
            audit_events admin_api_activity
            bulk_operations finish
            carts create update
            channels delete
            checkout_and_accounts_configurations update
            checkouts create delete update
            collection_listings add remove update
            collection_publications create delete update
            collections create delete update
            companies create delete update
            company_contact_roles assign revoke
            company_contacts create delete update
            company_locations create delete update
            customer_account_settings update
            customer_groups create delete update
            customer_payment_methods create revoke update
            customers create delete disable enable merge purchasing_summary update
            customers_email_marketing_consent update
            customers_marketing_consent update
            customers_whats_app_marketing_consent update
            delivery_promise_settings update
            discounts create delete redeemcode_added redeemcode_removed update
            disputes create update
            domains create destroy update
            draft_orders create delete update
            finance_app_staff_member delete grant revoke update
            finance_kyc_information update
            fulfillment_events create delete
            fulfillment_holds added released
            fulfillment_orders cancellation_request_accepted cancellation_request_rejected
            fulfillment_orders cancellation_request_submitted cancelled fulfillment_request_accepted
            fulfillment_orders fulfillment_request_rejected fulfillment_request_submitted
            fulfillment_orders fulfillment_service_failed_to_complete hold_released
            fulfillment_orders line_items_prepared_for_local_delivery line_items_prepared_for_pickup
            fulfillment_orders manually_reported_progress_stopped merged moved order_routing_complete placed_on_hold
            fulfillment_orders progress_reported rescheduled scheduled_fulfillment_order_ready split
            fulfillments create update
            inventory_items create delete update
            inventory_levels connect disconnect update
            inventory_shipments add_items create delete mark_in_transit receive_items remove_items
            inventory_shipments update_item_quantities update_tracking
            inventory_transfers add_items cancel complete ready_to_ship remove_items update_item_quantities updated
            locales create destroy update
            locations activate create deactivate delete update
            machine_translation_batch completed
            markets create delete update
            markets_backup_region update
            metafield_definitions create delete update
            metaobjects create delete update
            order_transactions create
            orders cancelled create delete edited fulfilled link_requested paid partially_fulfilled
            orders risk_assessment_changed shopify_protect_eligibility_changed updated
            payment_schedules due
            payment_terms create delete update
            product_feeds create full_sync full_sync_finish incremental_sync update
            product_listings add remove update
            product_publications create delete update
            products create delete update
            profiles create delete update
            publications delete
            refunds create
            returns approve cancel close decline process reopen request update
            reverse_deliveries attach_deliverable
            reverse_fulfillment_orders dispose
            scheduled_product_listings add remove update
            segments create delete update
            selling_plan_groups create delete update
            shipping_addresses create update
            shop update
            subscription_billing_attempts challenged failure success
            subscription_billing_cycle_edits create delete update
            subscription_billing_cycles skip unskip
            subscription_contracts activate cancel create expire fail pause update
            tax_partners update
            tax_services create update
            tax_summaries create
            tender_transactions create
            themes create delete publish update
            variants in_stock out_of_stock
            """;

    /** Those that Shopify writes with a dot. */
    private static final Set<String> DOTTED =
            Set.of("customer.joined_segment", "customer.left_segment", "customer.tags_added", "customer.tags_removed");

    private static final Set<String> ALL = Stream.concat(
                    DOTTED.stream(), LISTED.lines().flatMap(ShopifyTopics::topicsOf))
            .collect(Collectors.toUnmodifiableSet());

    private ShopifyTopics() {}

    /** Such as {@code products/update}; the compliance topics are not among them. */
    public static Set<String> all() {
        return ALL;
    }

    private static Stream<String> topicsOf(String line) {
        String[] words = line.split(" ");
        return Arrays.stream(words).skip(1).map(event -> words[0] + "/" + event);
    }
}

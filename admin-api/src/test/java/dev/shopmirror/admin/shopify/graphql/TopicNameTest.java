package dev.shopmirror.admin.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.shopmirror.admin.shopify.ShopifyTopics;

class TopicNameTest {

    @ParameterizedTest
    @CsvSource({
        "products/update,PRODUCTS_UPDATE",
        "app/uninstalled,APP_UNINSTALLED",
        "app/scopes_update,APP_SCOPES_UPDATE",
        "app_subscriptions/approaching_capped_amount,APP_SUBSCRIPTIONS_APPROACHING_CAPPED_AMOUNT",
        "shop/update,SHOP_UPDATE",
        "inventory_levels/disconnect,INVENTORY_LEVELS_DISCONNECT",
        "customer.tags_added,CUSTOMER_TAGS_ADDED",
        "customer.left_segment,CUSTOMER_LEFT_SEGMENT",
        "customers_marketing_consent/update,CUSTOMERS_MARKETING_CONSENT_UPDATE",
        "customers/update,CUSTOMERS_UPDATE",
        "fulfillment_orders/placed_on_hold,FULFILLMENT_ORDERS_PLACED_ON_HOLD",
        "subscription_billing_cycle_edits/create,SUBSCRIPTION_BILLING_CYCLE_EDITS_CREATE",
        "variants/out_of_stock,VARIANTS_OUT_OF_STOCK"
    })
    void knownTopicHasItsNameBothWays(String topic, String value) {
        assertThat(TopicName.toEnum(topic)).isEqualTo(value);
        assertThat(TopicName.fromEnum(value)).isEqualTo(topic);
    }

    @ParameterizedTest
    @MethodSource("everyTopic")
    void everyKnownTopicIsFoundAgain(String topic) {
        assertThat(TopicName.fromEnum(TopicName.toEnum(topic))).isEqualTo(topic);
    }

    static Set<String> everyTopic() {
        return ShopifyTopics.all();
    }

    @ParameterizedTest
    @CsvSource({
        "GIFT_CARDS_CREATE,gift_cards/create",
        "LOYALTY_POINTS_WERE_SPENT,loyalty_points/were_spent",
        "PRODUCTS_WERE_ADMIRED,products/were_admired",
        "NOVELTY_CREATE,novelty/create",
        "PING,ping"
    })
    void unknownTopicIsGuessed(String value, String topic) {
        assertThat(TopicName.fromEnum(value)).isEqualTo(topic);
    }
}

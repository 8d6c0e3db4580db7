package dev.shopmirror.admin.subscription;

import static dev.shopmirror.admin.subscription.FakeShop.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.subscription.StoreSubscriptions.Observation;
import dev.shopmirror.admin.wanted.WantedTopic;

class StoreSubscriptionsTest {

    private static final WebhookBaseUrl NOW = WebhookBaseUrl.of("https://now.example.com");
    private static final WebhookTarget TARGET =
            new WebhookTarget(NOW, List.of("products/update", "orders/update"), List.of(), false);
    private static final Store STORE = new Store() {};

    private final FakeShop shop = new FakeShop();
    private final FakeDatabase database = new FakeDatabase();
    private final StoreSubscriptions subscriptions = new StoreSubscriptions(shop, database.records(), TARGET);

    @Test
    void subscriptionWhoseRecordWasLostIsTakenOver() {
        shop.has(subscription(7, "products/update", NOW.addressOf("products/update")));

        Observation seen = observe();

        assertThat(seen.isOurs(seen.actual().get(0))).isTrue();
        assertThat(database.baseUrls).containsEntry(7L, NOW.value());
    }

    @Test
    void recordOfASubscriptionThatIsGoneIsRemoved() {
        shop.has(subscription(7, "products/update", NOW.addressOf("products/update")));
        database.baseUrls.put(6L, NOW.value());

        observe();

        assertThat(database.baseUrls).containsOnlyKeys(7L);
    }

    @Test
    void foreignSubscriptionIsNotRecorded() {
        shop.has(subscription(7, "products/update", "https://other.example.com/hook"));

        Observation seen = observe();

        assertThat(seen.isOurs(seen.actual().get(0))).isFalse();
        assertThat(database.baseUrls).isEmpty();
    }

    @Test
    void configuredTopicsAreWantedUnlessTheyAreMisspelt() {
        WantedSet wanted = subscriptions.wanted(STORE);

        assertThat(wanted.webhooks()).extracting(WantedWebhook::topic).containsExactly("products/update");
        assertThat(wanted.refused()).extracting(Failure::code).containsExactly("misspelt_topic");
    }

    @Test
    void namedTopicThatIsNotWantedInGeneralIsWarnedOf() {
        WantedSet wanted = subscriptions.wanted(STORE, List.of("products/update", "orders/paid", "orders/paid"));

        assertThat(wanted.webhooks())
                .extracting(WantedWebhook::topic)
                .containsExactly("products/update", "orders/paid");
        assertThat(wanted.warnings()).singleElement().asString().startsWith("orders/paid is not among");
    }

    @Test
    void namedTopicIsCutAsTheStoreWantsIt() {
        WantedTopic trimmed = new WantedTopic("orders/paid", List.of("id"), "id:*");

        WantedSet wanted = WantedSet.ofNamed(List.of("orders/paid"), List.of(trimmed), TARGET);

        assertThat(wanted.webhooks())
                .containsExactly(new WantedWebhook("orders/paid", NOW.addressOf("orders/paid"), List.of("id"), "id:*"));
        assertThat(wanted.warnings()).isEmpty();
    }

    private Observation observe() {
        return subscriptions.observe(STORE).await().indefinitely();
    }
}

package dev.shopmirror.admin.subscription;

import static dev.shopmirror.admin.subscription.FakeShop.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.SubscriptionPlan.Update;

class SubscriptionPlanTest {

    private static final WebhookBaseUrl NOW = WebhookBaseUrl.of("https://now.example.com");
    private static final WebhookBaseUrl THEN = WebhookBaseUrl.of("https://then.example.com");
    private static final Ownership OURS = Ownership.of(List.of(), List.of(THEN.value()), NOW);

    private static final WantedWebhook CREATE = wanted("products/create");
    private static final WantedWebhook UPDATE = wanted("products/update");

    @Test
    void everythingIsCreatedInAnEmptyShop() {
        SubscriptionPlan plan = plan();

        assertThat(plan.create()).containsExactly(CREATE, UPDATE);
        assertThat(plan.isFulfilled()).isFalse();
    }

    @Test
    void whatIsThereIsKept() {
        Subscription there = at(NOW, 7, "products/update");

        SubscriptionPlan plan = plan(there);

        assertThat(plan.create()).containsExactly(CREATE);
        assertThat(plan.keep()).containsExactly(there);
    }

    @Test
    void nothingIsLeftToDoWhenAllIsThere() {
        assertThat(plan(at(NOW, 7, "products/update"), at(NOW, 8, "products/create"))
                        .isFulfilled())
                .isTrue();
    }

    @Test
    void sameTopicAtAForeignAddressIsForeignAndNotEnough() {
        Subscription other = subscription(8, "products/update", "https://other.example.com/u");

        SubscriptionPlan plan = plan(other);

        assertThat(plan.create()).contains(UPDATE);
        assertThat(plan.foreign()).containsExactly(other);
    }

    @Test
    void otherFieldsOrFilterAreChangedInPlace() {
        Subscription trimmed =
                new Subscription(7, "products/update", UPDATE.address(), "json", List.of("id"), null, null, null, null);

        SubscriptionPlan plan = plan(trimmed);

        assertThat(plan.update()).containsExactly(new Update(UPDATE, trimmed));
        assertThat(plan.update().get(0).moves()).isFalse();
    }

    @Test
    void formerBaseUrlIsMoved() {
        Subscription old = at(THEN, 7, "products/update");

        SubscriptionPlan plan = plan(old);

        assertThat(plan.update()).containsExactly(new Update(UPDATE, old));
        assertThat(plan.update().get(0).moves()).isTrue();
        assertThat(plan.create()).containsExactly(CREATE);
    }

    @Test
    void whatACrashedMoveLeftBehindIsSuperseded() {
        Subscription moved = at(NOW, 8, "products/update");
        Subscription old = at(THEN, 7, "products/update");

        SubscriptionPlan plan = plan(old, moved);

        assertThat(plan.keep()).containsExactly(moved);
        assertThat(plan.superseded()).containsExactly(old);
        assertThat(plan.isFulfilled()).isFalse();
    }

    @Test
    void oursThatNobodyWantsIsShownAndLeavesNothingToDo() {
        Subscription surplus = at(NOW, 9, "orders/create");

        SubscriptionPlan plan = plan(at(NOW, 7, "products/update"), at(NOW, 8, "products/create"), surplus);

        assertThat(plan.unwanted()).containsExactly(surplus);
        assertThat(plan.isFulfilled()).isTrue();
    }

    @Test
    void oursThatSomebodyPointedElsewhereIsNotUndone() {
        Subscription pointedAway = subscription(7, "products/update", "https://other.example.com/u");
        Ownership recorded = Ownership.of(List.of(7L), List.of(), NOW);

        SubscriptionPlan plan = SubscriptionPlan.of(List.of(UPDATE), List.of(pointedAway), recorded);

        assertThat(plan.create()).containsExactly(UPDATE);
        assertThat(plan.update()).isEmpty();
        assertThat(plan.superseded()).isEmpty();
        assertThat(plan.unwanted()).containsExactly(pointedAway);
    }

    @Test
    void topicWantedTwiceIsWantedOnce() {
        SubscriptionPlan plan = SubscriptionPlan.of(List.of(UPDATE, UPDATE), List.of(), OURS);

        assertThat(plan.create()).containsExactly(UPDATE);
    }

    private static SubscriptionPlan plan(Subscription... actual) {
        return SubscriptionPlan.of(List.of(CREATE, UPDATE), List.of(actual), OURS);
    }

    private static WantedWebhook wanted(String topic) {
        return WantedWebhook.of(topic, NOW.addressOf(topic));
    }

    private static Subscription at(WebhookBaseUrl url, long id, String topic) {
        return subscription(id, topic, url.addressOf(topic));
    }
}

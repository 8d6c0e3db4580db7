package dev.shopmirror.admin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.shopify.Subscription;

class RegistrationPlanTest {

    private static final WantedWebhook CREATE = new WantedWebhook("products/create", "https://a.example.com/c");
    private static final WantedWebhook UPDATE = new WantedWebhook("products/update", "https://a.example.com/u");

    @Test
    void everythingIsCreatedInAnEmptyShop() {
        RegistrationPlan plan = RegistrationPlan.of(List.of(CREATE, UPDATE), List.of());

        assertThat(plan.create()).containsExactly(CREATE, UPDATE);
        assertThat(plan.existing()).isEmpty();
        assertThat(plan.foreign()).isEmpty();
    }

    @Test
    void whatIsThereIsNotCreatedAgain() {
        Subscription there = subscription(7, "products/update", "https://a.example.com/u");

        RegistrationPlan plan = RegistrationPlan.of(List.of(CREATE, UPDATE), List.of(there));

        assertThat(plan.create()).containsExactly(CREATE);
        assertThat(plan.existing()).containsExactly(there);
    }

    @Test
    void sameTopicAtAnotherAddressIsForeignAndNotEnough() {
        Subscription other = subscription(8, "products/update", "https://other.example.com/u");

        RegistrationPlan plan = RegistrationPlan.of(List.of(UPDATE), List.of(other));

        assertThat(plan.create()).containsExactly(UPDATE);
        assertThat(plan.foreign()).containsExactly(other);
    }

    @Test
    void sameAddressWithAnotherTopicIsForeign() {
        Subscription other = subscription(9, "orders/create", "https://a.example.com/u");

        RegistrationPlan plan = RegistrationPlan.of(List.of(UPDATE), List.of(other));

        assertThat(plan.foreign()).containsExactly(other);
    }

    private static Subscription subscription(long id, String topic, String address) {
        return new Subscription(id, topic, address, "json", List.of(), null, null, null, null);
    }
}

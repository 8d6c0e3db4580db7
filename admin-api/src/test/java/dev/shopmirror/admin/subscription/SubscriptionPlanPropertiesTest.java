package dev.shopmirror.admin.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.store.Store;

/** What holds whatever is wanted and whatever is there; the seed is in the test's name. */
class SubscriptionPlanPropertiesTest {

    private static final WebhookBaseUrl NOW = WebhookBaseUrl.of("https://now.example.com");
    private static final WebhookBaseUrl THEN = WebhookBaseUrl.of("https://then.example.com");
    private static final List<String> TOPICS = List.of(
            "products/create", "products/update", "products/delete", "orders/create", "inventory_levels/update");
    private static final List<List<String>> FIELDS = List.of(List.of(), List.of("id"), List.of("id", "updated_at"));

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foreignIsInNoListButItsOwn(long seed) {
        Scene scene = new Scene(seed);
        SubscriptionPlan plan = scene.plan();
        List<Subscription> touched = new ArrayList<>(plan.keep());
        plan.update().forEach(update -> touched.add(update.current()));
        touched.addAll(plan.superseded());
        touched.addAll(plan.unwanted());

        assertThat(plan.foreign()).allMatch(one -> !scene.ownership().owns(one));
        assertThat(touched).allMatch(scene.ownership()::owns);
        assertThat(Collections.disjoint(touched, plan.foreign())).isTrue();
        assertThat(touched.size() + plan.foreign().size())
                .isEqualTo(scene.shop.all().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWantedTopicIsSomewhereOnce(long seed) {
        Scene scene = new Scene(seed);
        SubscriptionPlan plan = scene.plan();
        List<String> planned = new ArrayList<>();
        plan.create().forEach(one -> planned.add(one.topic()));
        plan.update().forEach(one -> planned.add(one.wanted().topic()));
        plan.keep().forEach(one -> planned.add(one.topic()));

        assertThat(planned)
                .containsExactlyInAnyOrderElementsOf(
                        scene.wanted.stream().map(WantedWebhook::topic).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void planThatWasCarriedOutLeavesNothingToDo(long seed) {
        Scene scene = new Scene(seed);
        List<Subscription> foreign = scene.plan().foreign();
        List<Subscription> unwanted = scene.plan().unwanted();

        Registration done = scene.carryOut();

        assertThat(done.errors()).isEmpty();
        SubscriptionPlan after = scene.plan();
        assertThat(after.isFulfilled()).isTrue();
        assertThat(after.create()).isEmpty();
        assertThat(after.update()).isEmpty();
        assertThat(after.foreign()).isEqualTo(foreign);
        assertThat(after.unwanted()).isEqualTo(unwanted);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void secondRegistrationCallsNobody(long seed) {
        Scene scene = new Scene(seed);
        scene.carryOut();
        scene.shop.calls.clear();

        scene.carryOut();

        assertThat(scene.shop.calls).isEmpty();
    }

    /** A shop with what is ours, was ours, and never was. */
    private static final class Scene {
        final FakeShop shop = new FakeShop();
        final FakeDatabase database = new FakeDatabase();
        final List<WantedWebhook> wanted = new ArrayList<>();
        private final Random random;

        Scene(long seed) {
            random = new Random(seed);
            for (String topic : TOPICS) {
                if (random.nextInt(3) > 0) {
                    wanted.add(new WantedWebhook(topic, NOW.addressOf(topic), any(FIELDS), filter()));
                }
            }
            Set<String> taken = new HashSet<>();
            int tries = random.nextInt(16);
            for (long id = 1; id <= tries; id++) {
                String topic = any(TOPICS);
                String address = any(List.of(
                        NOW.addressOf(topic),
                        THEN.addressOf(topic),
                        NOW.value() + ".evil.example/api/shopify/webhooks/" + topic,
                        NOW.value() + "/another-app/" + topic,
                        "https://other.example.com/" + topic));
                if (taken.add(topic + address)) {
                    shop.has(new Subscription(id, topic, address, "json", any(FIELDS), filter(), null, null, null));
                    if (random.nextBoolean()) {
                        database.baseUrls.put(id, address.startsWith(THEN.value()) ? THEN.value() : NOW.value());
                    }
                }
            }
            database.baseUrls.put(999L, THEN.value());
        }

        Ownership ownership() {
            return Ownership.of(database.baseUrls.keySet(), database.baseUrls.values(), NOW);
        }

        SubscriptionPlan plan() {
            return SubscriptionPlan.of(wanted, shop.all(), ownership());
        }

        Registration carryOut() {
            SubscriptionRecords records = database.records();
            StoreColumns columns = database.columns();
            WebhookTarget target = new WebhookTarget(NOW, TOPICS, List.of(), false);
            Remover remover = new Remover(shop, records, columns);
            return new Registrar(shop, records, columns, remover, target)
                    .carryOut(new Errand(new Store() {}, (change, details) -> {}), plan())
                    .await()
                    .indefinitely();
        }

        private String filter() {
            return random.nextInt(3) == 0 ? "status:active" : null;
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}

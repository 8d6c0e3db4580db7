package dev.shopmirror.admin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.SubscriptionPlan;
import dev.shopmirror.admin.subscription.SubscriptionPlan.Update;
import dev.shopmirror.admin.subscription.WantedSet;
import dev.shopmirror.admin.webhook.TestAnswer.Topic;

class TestAnswerTest {

    private static final WebhookBaseUrl NOW = WebhookBaseUrl.of("https://now.example.com");
    private static final WebhookBaseUrl THEN = WebhookBaseUrl.of("https://then.example.com");
    private static final List<WantedWebhook> WANTED = List.of(
            wanted("products/create"), wanted("products/update"), wanted("carts/update"), wanted("shop/update"));
    private static final TestAnswer.ApiVersion VERSION = new TestAnswer.ApiVersion("2026-10", "2026-07", "words");
    private static final WantedSet SET = new WantedSet(
            WANTED, List.of(new Failure("orders/update", null, "misspelt_topic", "words", null)), List.of());

    @Test
    void everyTopicShowsWhatARegistrationWouldDo() {
        SubscriptionPlan plan = new SubscriptionPlan(
                List.of(WANTED.get(0)),
                List.of(
                        new Update(WANTED.get(1), at(NOW, 7, "products/update")),
                        new Update(WANTED.get(2), at(THEN, 8, "carts/update"))),
                List.of(at(NOW, 9, "shop/update")),
                List.of(),
                List.of(),
                List.of(at(THEN, 10, "orders/paid")));

        TestAnswer.Data data = answer(NOW, plan, null);

        assertThat(data.topics())
                .containsExactly(
                        new Topic("products/create", false, "create"),
                        new Topic("products/update", true, "change"),
                        new Topic("carts/update", false, "move"),
                        new Topic("shop/update", true, "keep"),
                        new Topic("orders/update", false, "refuse"));
        assertThat(data.foreign()).extracting(RegisteredWebhook::id).containsExactly(10L);
    }

    @Test
    void configurationIsShownWithoutShopify() {
        TestAnswer.Data data = answer(NOW, null, "unreachable: words");

        assertThat(data.webhookBaseUrl()).isEqualTo("https://now.example.com");
        assertThat(data.expectedWebhookUrl()).isEqualTo("https://now.example.com/api/shopify/webhooks/:topic");
        assertThat(data.isHttps()).isTrue();
        assertThat(data.warning()).isNull();
        assertThat(data.topics()).noneMatch(Topic::registered);
        assertThat(data.shopifyError()).isEqualTo("unreachable: words");
        assertThat(data.apiVersion()).isEqualTo(VERSION);
    }

    @Test
    void warningSaysWhatToDoWhenTheBaseUrlIsNotHttps() {
        TestAnswer.Data data = answer(WebhookBaseUrl.of("http://now.example.com"), null, null);

        assertThat(data.isHttps()).isFalse();
        assertThat(data.warning()).contains("set WEBHOOK_BASE_URL to the public https address");
    }

    private static TestAnswer.Data answer(WebhookBaseUrl url, SubscriptionPlan plan, String error) {
        WebhookTarget target = new WebhookTarget(url, List.of(), List.of(), false);
        return TestAnswer.of(new Store() {}, target, VERSION, SET, plan, error).data();
    }

    private static WantedWebhook wanted(String topic) {
        return WantedWebhook.of(topic, NOW.addressOf(topic));
    }

    private static Subscription at(WebhookBaseUrl url, long id, String topic) {
        return new Subscription(id, topic, url.addressOf(topic), "json", List.of(), null, null, null, null);
    }
}

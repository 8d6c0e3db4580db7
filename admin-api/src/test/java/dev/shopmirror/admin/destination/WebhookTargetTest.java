package dev.shopmirror.admin.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.wanted.WantedTopic;

class WebhookTargetTest {

    private static final WebhookTarget TARGET = target("https://hooks.example.com", List.of());

    @Test
    void configuredTopicsAreWantedOnceAndWhole() {
        assertThat(TARGET.defaultTopics())
                .containsExactly(WantedTopic.of("products/create"), WantedTopic.of("products/update"));
    }

    @Test
    void wantedTopicBecomesARequestForItsOwnAddress() {
        WantedTopic wanted = new WantedTopic("orders/create", List.of("id"), "id:*");

        assertThat(TARGET.webhook(wanted).request())
                .isEqualTo(new SubscriptionRequest(
                        "orders/create",
                        "https://hooks.example.com/api/shopify/webhooks/orders/create",
                        List.of("id"),
                        "id:*"));
    }

    @Test
    void baseUrlThatShopifyCannotReachEndsARequestBeforeItIsAsked() {
        WebhookTarget local = target("http://localhost:3001", List.of());

        assertThatThrownBy(local::requireUsableBaseUrl)
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(Problem.BASE_URL_REFUSED))
                .hasMessageContaining("http://localhost:3001 is not https");
        assertThat(local.refusal()).isPresent();
        assertThat(TARGET.refusal()).isEmpty();
    }

    @Test
    void topicThatTheOperatorKnowsIsKnown() {
        assertThat(TARGET.judge(WantedTopic.of("orders/update")).isRefused()).isTrue();
        assertThat(target("https://hooks.example.com", List.of("orders/update"))
                        .judge(WantedTopic.of("orders/update"))
                        .isRefused())
                .isFalse();
    }

    private static WebhookTarget target(String baseUrl, List<String> knownTopics) {
        return new WebhookTarget(
                WebhookBaseUrl.of(baseUrl),
                List.of("products/create", "products/update", "products/create"),
                knownTopics,
                false);
    }
}

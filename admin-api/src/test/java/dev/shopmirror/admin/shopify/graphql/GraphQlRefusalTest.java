package dev.shopmirror.admin.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.call.Answer;

class GraphQlRefusalTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "webhookSubscription,callbackUrl | Address for this topic has already been taken | ALREADY_TAKEN",
                "webhookSubscription,uri | Address for this topic has already been taken | ALREADY_TAKEN",
                "webhookSubscription,callbackUrl | Address protocol http:// is not supported | INVALID_ADDRESS",
                "webhookSubscription,uri | Address is invalid | INVALID_ADDRESS",
                "id | Webhook subscription does not exist | NOT_FOUND",
                "topic | You cannot create a webhook subscription with the specified topic | INVALID_TOPIC",
                "webhookSubscription | You cannot create a webhook subscription with the specified topic | INVALID_TOPIC",
                "webhookSubscription,filter | The specified filter exceeds the maximum allowed size. | INVALID_REQUEST"
            })
    void userErrorsHaveTheReasonsOfTheRestApi(String field, String message, Reason reason) {
        UserErrors errors = new UserErrors(json("[{\"field\":[\"" + field.replace(",", "\",\"") + "\"],\"message\":\""
                + message + "\"},{\"field\":null,\"message\":\"More\"}]"));

        assertThat(errors.reason()).isEqualTo(reason);
        assertThat(errors.text()).isEqualTo(message + "; More");
    }

    @Test
    void userErrorWithoutAFieldIsToldByItsWords() {
        assertThat(new UserErrors(json("[{\"field\":null,\"message\":\"Address can't be blank\"}]")).reason())
                .isEqualTo(Reason.INVALID_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED,RATE_LIMITED",
        "ACCESS_DENIED,SCOPE_MISSING",
        "SHOP_INACTIVE,SHOP_UNAVAILABLE",
        "INTERNAL_SERVER_ERROR,SHOPIFY_ERROR",
        "RESOURCE_NOT_FOUND,NOT_FOUND",
        "MAX_COST_EXCEEDED,INVALID_REQUEST"
    })
    void codeTellsTheReason(String code, Reason reason) {
        GraphQlErrors errors = new GraphQlErrors(
                json("[{\"message\":\"It went\\nwrong\",\"extensions\":{\"code\":\"" + code + "\"}}]"));

        assertThat(errors.reason()).isEqualTo(reason);
        assertThat(errors.text()).isEqualTo("It went wrong");
    }

    @Test
    void throttlingIsKnownWithoutItsCode() {
        assertThat(new GraphQlErrors(json("[{\"message\":\"Throttled\"}]")).reason())
                .isEqualTo(Reason.RATE_LIMITED);
    }

    @Test
    void valueThatIsNoTopicIsAnInvalidTopic() {
        assertThat(new GraphQlErrors(json("""
                [{"message":"Variable $topic of type WebhookSubscriptionTopic! was provided invalid value",
                "extensions":{"value":"PRODUCTS_UPDATED","problems":[{"path":[]}]}}]""")).reason()).isEqualTo(Reason.INVALID_TOPIC);
    }

    @ParameterizedTest
    @CsvSource({
        "401,TOKEN_REFUSED",
        "402,SHOP_UNAVAILABLE",
        "423,SHOP_UNAVAILABLE",
        "429,RATE_LIMITED",
        "502,SHOPIFY_ERROR"
    })
    void statusSpeaksFirst(int status, Reason reason) {
        assertRefused(status, "{\"errors\":\"[API] No.\"}", reason, "[API] No.");
    }

    @Test
    void stringInPlaceOfErrorsIsARefusalToo() {
        assertRefused(200, "{\"errors\":\"Not today\"}", Reason.UNEXPECTED_ANSWER, "Not today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"data\":null}", "{\"data\":[]}", "{\"errors\":[]}"})
    void answerWithoutDataIsNone(String body) {
        assertRefused(200, body, Reason.UNEXPECTED_ANSWER, "Shopify's answer is not what it documents");
    }

    @Test
    void halfAnAnswerIsNone() {
        assertRefused(
                200,
                "{\"data\":{\"shop\":null},\"errors\":[{\"message\":\"No.\",\"extensions\":{\"code\":\"ACCESS_DENIED\"}}]}",
                Reason.SCOPE_MISSING,
                "No.");
    }

    @Test
    void costSaysHowFullTheBucketIs() {
        QueryCost cost = QueryCost.of(json("""
                {"extensions":{"cost":{"requestedQueryCost":52,"actualQueryCost":12,
                "throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1988,"restoreRate":100.0}}}}""")).orElseThrow();

        assertThat(cost.requested()).isEqualTo(52);
        assertThat(cost.usage().used()).isEqualTo(12);
        assertThat(cost.usage().charged()).isEqualTo(12);
        assertThat(cost.usage().restoredPerSecond()).isEqualTo(100);
    }

    @Test
    void learnedCostReplacesTheExpectedOne() {
        QueryCosts costs = new QueryCosts();

        assertThat(costs.of(WebhookOperations.CREATE)).isEqualTo(10);

        costs.learn(WebhookOperations.CREATE, new QueryCost(15, null));
        costs.learn(WebhookOperations.CREATE, new QueryCost(0, null));

        assertThat(costs.of(WebhookOperations.CREATE)).isEqualTo(15);
    }

    private static void assertRefused(int status, String body, Reason reason, String text) {
        GraphQlAnswer answer = GraphQlAnswer.of(new Answer(status, Map.of("X-Request-Id", "5f1c"), body), MAPPER);

        assertThatThrownBy(answer::orRefusal)
                .hasMessage(text)
                .isInstanceOfSatisfying(ShopifyException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal.requestId()).isEqualTo("5f1c");
                });
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

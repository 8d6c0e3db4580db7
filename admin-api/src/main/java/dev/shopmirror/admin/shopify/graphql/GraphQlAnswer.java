package dev.shopmirror.admin.shopify.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.call.Answer;

/** An answer to a query, as JSON. What was no JSON is nothing: then the status alone speaks. */
record GraphQlAnswer(Answer answer, JsonNode json) {

    static GraphQlAnswer of(Answer answer, ObjectMapper mapper) {
        try {
            return new GraphQlAnswer(answer, mapper.readTree(answer.body() == null ? "" : answer.body()));
        } catch (JsonProcessingException e) {
            return new GraphQlAnswer(answer, mapper.missingNode());
        }
    }

    JsonNode data() {
        return json.path("data");
    }

    /** Itself, when it holds data and nothing is wrong with it. */
    GraphQlAnswer orRefusal() {
        ShopifyErrors byStatus = new ShopifyErrors(answer.status(), json.path("errors"));
        if (!answer.isSuccess()) {
            throw refusal(byStatus.reason(), byStatus.text());
        }
        GraphQlErrors errors = new GraphQlErrors(json.path("errors"));
        if (!errors.isEmpty()) {
            throw refusal(errors.reason(), errors.text());
        }
        if (!data().isObject()) {
            throw unexpected();
        }
        return this;
    }

    /** Fails when Shopify could not do what the mutation asked for. */
    JsonNode payload(String mutation) {
        JsonNode payload = data().path(mutation);
        UserErrors errors = new UserErrors(payload.path("userErrors"));
        if (!errors.isEmpty()) {
            throw refusal(errors.reason(), errors.text());
        }
        if (!payload.isObject()) {
            throw unexpected();
        }
        return payload;
    }

    ShopifyException unexpected() {
        return refusal(Reason.UNEXPECTED_ANSWER, "Shopify's answer is not what it documents");
    }

    private ShopifyException refusal(Reason reason, String text) {
        return new ShopifyException(reason, text, answer.requestId());
    }
}

package dev.shopmirror.admin.shopify.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.call.Answer;
import dev.shopmirror.admin.shopify.gate.Usage;

class RestAnswerTest {

    private final RestAnswer answers = new RestAnswer(new ObjectMapper());
    private final List<Usage> told = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"32/40,32,40,2", "1/80,1,80,4", "399/400,399,400,20", "1/10,1,10,2"})
    void callLimitTellsThePlan(String header, double used, double capacity, double perSecond) {
        answers.body(answer(200, header), told::add);

        assertThat(told).containsExactly(new Usage(used, capacity, perSecond, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "32", "32/", "/40", "-1/40", "many/40", "1/4000000000"})
    void otherHeaderTellsNothing(String header) {
        answers.body(answer(200, header), told::add);

        assertThat(told).isEmpty();
    }

    @Test
    void refusalTellsTheLimitToo() {
        assertThatThrownBy(() -> answers.body(answer(429, "40/40"), told::add)).isInstanceOf(ShopifyException.class);

        assertThat(told).hasSize(1);
    }

    private static Answer answer(int status, String callLimit) {
        return new Answer(status, Map.of("X-Shopify-Shop-Api-Call-Limit", callLimit), "{}");
    }
}

package dev.shopmirror.admin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.shopify.Subscription;

class RegisterAnswerTest {

    private static final Subscription ONE =
            new Subscription(1, "products/create", "https://a.example.com", "json", List.of(), null, null, null, null);
    private static final TopicError ERROR = new TopicError("orders/update", "invalid_topic", "words", null);

    @Test
    void successIsToldInTheGuidesWords() {
        RegisterAnswer answer =
                RegisterAnswer.of("Acme", new Registration(List.of(ONE, ONE, ONE), List.of(), List.of()));

        assertThat(answer.success()).isTrue();
        assertThat(answer.message()).isEqualTo("Registered 3 webhook(s) for store Acme");
    }

    @Test
    void nothingNewIsSaidSo() {
        RegisterAnswer answer = RegisterAnswer.of("Acme", new Registration(List.of(), List.of(ONE), List.of()));

        assertThat(answer.success()).isTrue();
        assertThat(answer.message()).isEqualTo("Registered 0 webhook(s) for store Acme, 1 already existed");
    }

    @Test
    void oneFailedTopicIsNoSuccess() {
        RegisterAnswer answer = RegisterAnswer.of("Acme", new Registration(List.of(ONE), List.of(), List.of(ERROR)));

        assertThat(answer.success()).isFalse();
        assertThat(answer.message()).isEqualTo("Registered 1 webhook(s) for store Acme, 1 failed");
    }
}

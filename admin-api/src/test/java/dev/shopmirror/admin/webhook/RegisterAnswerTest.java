package dev.shopmirror.admin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.Registration;
import dev.shopmirror.admin.subscription.WantedSet;

class RegisterAnswerTest {

    private static final Subscription ONE =
            new Subscription(1, "products/create", "https://a.example.com", "json", List.of(), null, null, null, null);
    private static final Failure ERROR = new Failure("orders/update", null, "misspelt_topic", "words", null);

    @Test
    void successIsToldInTheGuidesWords() {
        RegisterAnswer answer = answer(List.of(), List.of(ONE, ONE, ONE), List.of(), List.of());

        assertThat(answer.success()).isTrue();
        assertThat(answer.message()).isEqualTo("Registered 3 webhook(s) for store Acme");
    }

    @Test
    void nothingNewIsSaidSo() {
        RegisterAnswer answer = answer(List.of(), List.of(), List.of(ONE), List.of());

        assertThat(answer.success()).isTrue();
        assertThat(answer.message()).isEqualTo("Registered 0 webhook(s) for store Acme, 1 already existed");
    }

    @Test
    void oneFailedTopicIsNoSuccess() {
        RegisterAnswer answer = answer(List.of(), List.of(ONE), List.of(), List.of(ERROR));

        assertThat(answer.success()).isFalse();
        assertThat(answer.message()).isEqualTo("Registered 1 webhook(s) for store Acme, 1 failed");
    }

    @Test
    void oneRefusedTopicIsNoSuccessEither() {
        RegisterAnswer answer = answer(List.of(ERROR), List.of(ONE), List.of(), List.of());

        assertThat(answer.success()).isFalse();
        assertThat(answer.data().errors()).extracting(TopicError::code).containsExactly("misspelt_topic");
    }

    @Test
    void migrationIsTold() {
        Registration done = new Registration(List.of(ONE), List.of(), List.of(ONE), List.of(ONE), List.of());

        assertThat(RegisterAnswer.of("Acme", new WantedSet(List.of(), List.of(), List.of("look")), done))
                .satisfies(answer -> assertThat(answer.data().warnings()).containsExactly("look"))
                .extracting(RegisterAnswer::message)
                .isEqualTo("Registered 1 webhook(s) for store Acme, 1 updated, 1 of a former base URL deleted");
    }

    private static RegisterAnswer answer(
            List<Failure> refused, List<Subscription> created, List<Subscription> existing, List<Failure> errors) {
        Registration done = new Registration(created, existing, List.of(), List.of(), errors);
        return RegisterAnswer.of("Acme", new WantedSet(List.of(), refused, List.of()), done);
    }
}

package dev.shopmirror.admin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.Registration;

class UnregisterAnswerTest {

    private static final Subscription OURS = subscription(7, "https://now.example.com");
    private static final Subscription FOREIGN = subscription(9, "https://other.example.com");

    @Test
    void successIsToldInTheGuidesWords() {
        UnregisterAnswer answer = answer(List.of(OURS, OURS, OURS), List.of());

        assertThat(answer.success()).isTrue();
        assertThat(answer.message()).isEqualTo("Deleted 3 webhook(s)");
        assertThat(answer.data().deleted()).containsExactly(7L, 7L, 7L);
        assertThat(answer.data().skipped()).extracting(RegisteredWebhook::id).containsExactly(9L);
    }

    @Test
    void failureOfOneIsNoSuccessAndNamesIt() {
        Failure failure = new Failure("products/update", 8L, "rate_limited", "words", "id-1");

        UnregisterAnswer answer = answer(List.of(OURS), List.of(failure));

        assertThat(answer.success()).isFalse();
        assertThat(answer.message()).isEqualTo("Deleted 1 webhook(s), 1 failed");
        assertThat(answer.data().deleted()).containsExactly(7L);
        assertThat(answer.data().errors())
                .containsExactly(new TopicError("products/update", "rate_limited", "words", "id-1", 8L));
    }

    @Test
    void nothingToDeleteIsASuccess() {
        assertThat(answer(List.of(), List.of()).message()).isEqualTo("Deleted 0 webhook(s)");
    }

    private static UnregisterAnswer answer(List<Subscription> removed, List<Failure> errors) {
        Registration done = new Registration(List.of(), List.of(), List.of(), removed, errors);
        return UnregisterAnswer.of(done, List.of(FOREIGN));
    }

    private static Subscription subscription(long id, String address) {
        return new Subscription(id, "products/update", address, "json", List.of(), null, null, null, null);
    }
}

package dev.shopmirror.admin.shopify.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.gate.Api;

class ShopCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SHOP = "acme.myshopify.com";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final ShopCalls calls = TestCalls.quick(ShopifyEndpoint.of("http://127.0.0.1:1/{shop}", "2026-10"));

    @Test
    void throttledCallIsMadeAgainWhenShopifyAllows() {
        answers.add(new Answer(429, Map.of("Retry-After", "0.3"), "{\"errors\":\"Exceeded 2 calls per second\"}"));
        answers.add(answer(200));
        long start = System.nanoTime();

        assertThat(call()).isEqualTo("200");

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
        assertThat(sent).hasValue(2);
    }

    @Test
    void callThatIsThrottledForEverEnds() {
        for (int i = 0; i < 6; i++) {
            answers.add(new Answer(429, Map.of("Retry-After", "0.1"), ""));
        }

        assertFailure(Reason.RATE_LIMITED).hasMessage("Shopify answered 429");
        assertThat(sent).hasValue(6);
    }

    @Test
    void securityRejectionIsNotProvokedAgain() {
        answers.add(answer(430));

        assertFailure(Reason.RATE_LIMITED);
        assertThat(sent).hasValue(1);
    }

    @Test
    void failureOfShopifyIsOvercome() {
        answers.add(answer(502));
        answers.add(answer(500));
        answers.add(answer(200));

        assertThat(call()).isEqualTo("200");
    }

    @Test
    void lastingFailureIsReportedInShopifysWords() {
        for (int i = 0; i < 3; i++) {
            answers.add(new Answer(503, Map.of("X-Request-Id", "5f1c9d"), "{\"errors\":\"Unavailable Shop\"}"));
        }

        assertFailure(Reason.SHOPIFY_ERROR)
                .hasMessage("Unavailable Shop")
                .extracting(failure -> ((ShopifyException) failure).requestId())
                .isEqualTo("5f1c9d");
        assertThat(sent).hasValue(3);
    }

    @Test
    void whatMustNotHappenTwiceIsSentOnce() {
        ShopCall token = new ShopCall(SHOP, Api.OAUTH, "token", () -> 1, false);
        answers.add(answer(502));

        assertThatThrownBy(() -> make(token).await().atMost(PATIENCE)).isInstanceOf(ShopifyException.class);
        assertThat(sent).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 406, 422, 423})
    void refusalIsAnAnswerAndNoSignOfDeath(int status) {
        for (int i = 0; i < 8; i++) {
            answers.add(answer(status));
            assertThatThrownBy(this::call).hasMessage("Shopify answered " + status);
        }

        assertThat(sent).hasValue(8);
    }

    @Test
    void deadShopIsNotCalledAndSaysSo() {
        for (int i = 0; i < 5; i++) {
            answers.add(answer(502));
        }
        assertFailure(Reason.SHOPIFY_ERROR);

        assertFailure(Reason.UNREACHABLE)
                .hasMessage("acme.myshopify.com: no answer 5 times in a row (last: Shopify answered 502);"
                        + " it is tried again in 30 s");
        assertFailure(Reason.UNREACHABLE);
        assertThat(sent).hasValue(5);
    }

    @Test
    void noAnswerIsUnreachableAndKeepsItsCause() {
        Uni<String> call = calls.make(
                ShopCall.rest(SHOP, "test"),
                () -> Uni.createFrom().failure(new ConnectException("refused")),
                (answer, meter) -> "");

        assertThatThrownBy(() -> call.await().atMost(PATIENCE))
                .isInstanceOfSatisfying(ShopifyException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Reason.UNREACHABLE))
                .hasRootCauseMessage("refused");
    }

    @Test
    void hangingCallEndsAndGivesItsPlaceBack() {
        TestCalls.Rules rules = new TestCalls.Rules(3, 5, Duration.ofMillis(1), Duration.ofMillis(200));
        ShopCalls impatient = TestCalls.of(rules, ShopifyEndpoint.of("http://127.0.0.1:1/{shop}", "2026-10"));
        for (int i = 0; i < 6; i++) {
            Uni<String> hanging = impatient.make(
                    ShopCall.rest(SHOP, "test"), () -> Uni.createFrom().nothing(), (answer, meter) -> "");
            assertThatThrownBy(() -> hanging.await().atMost(PATIENCE)).hasMessageEndingWith("no answer in time");
        }

        assertThat(impatient
                        .make(
                                ShopCall.rest(SHOP, "test"),
                                () -> Uni.createFrom().item(answer(200)),
                                (a, meter) -> "ok")
                        .await()
                        .atMost(PATIENCE))
                .isEqualTo("ok");
    }

    @Test
    void callerThatGoesAwayLeavesNothingBehind() {
        for (int i = 0; i < 4; i++) {
            Cancellable caller = calls.make(
                            ShopCall.rest(SHOP, "test"), () -> Uni.createFrom().nothing(), (answer, meter) -> "")
                    .subscribe()
                    .with(ignored -> {});
            caller.cancel();
        }
        answers.add(answer(200));

        assertThat(call()).isEqualTo("200");
    }

    @Test
    void callerGoesOnWhereItWas() {
        answers.add(answer(502));
        answers.add(answer(200));
        Vertx vertx = Vertx.vertx();
        try {
            Context context = vertx.getOrCreateContext();
            Queue<Context> contexts = new ConcurrentLinkedQueue<>();
            AtomicReference<String> result = new AtomicReference<>();
            context.runOnContext(ignored -> make(ShopCall.rest(SHOP, "test"))
                    .invoke(() -> contexts.add(Vertx.currentContext()))
                    .subscribe()
                    .with(result::set));

            await().atMost(PATIENCE).until(() -> "200".equals(result.get()));
            assertThat(contexts).containsExactly(context);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private String call() {
        return make(ShopCall.rest(SHOP, "test")).await().atMost(PATIENCE);
    }

    private Uni<String> make(ShopCall call) {
        return calls.make(call, this::send, (answer, meter) -> read(answer));
    }

    private Uni<Answer> send() {
        sent.incrementAndGet();
        return Uni.createFrom().item(answers.remove());
    }

    private static String read(Answer answer) {
        if (answer.isSuccess()) {
            return String.valueOf(answer.status());
        }
        ShopifyErrors errors = ShopifyErrors.read(answer.status(), answer.body(), MAPPER);
        throw new ShopifyException(errors.reason(), errors.text(), answer.requestId());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure(Reason reason) {
        return assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(ShopifyException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(reason));
    }

    private static Answer answer(int status) {
        return new Answer(status, Map.of(), "");
    }
}

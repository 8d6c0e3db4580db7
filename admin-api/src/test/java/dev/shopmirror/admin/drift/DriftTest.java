package dev.shopmirror.admin.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.vertx.core.json.JsonArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.drift.Drift.Entry;
import dev.shopmirror.admin.drift.Drift.Kind;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.SubscriptionPlan;
import dev.shopmirror.admin.subscription.SubscriptionPlan.Update;
import dev.shopmirror.admin.subscription.WantedSet;

class DriftTest {

    private static final WantedSet NOTHING_REFUSED = new WantedSet(List.of(), List.of(), List.of());
    private static final WantedWebhook WANTED = WantedWebhook.of("products/update", "https://now.example.com/u");
    private static final Subscription ELSEWHERE = subscription(7, "https://then.example.com/u");
    private static final Subscription TRIMMED = subscription(8, "https://now.example.com/u");
    private static final Subscription FOREIGN = subscription(9, "https://other.example.com/u");

    @Test
    void shopWithNothingButForeignBesidesTheWantedHasNone() {
        Drift drift = drift(
                new SubscriptionPlan(List.of(), List.of(), List.of(TRIMMED), List.of(), List.of(), List.of(FOREIGN)),
                List.of());

        assertThat(drift.isNone()).isTrue();
        assertThat(DriftJson.of(drift)).isEqualTo(new JsonArray());
    }

    @Test
    void everyDifferenceHasItsKind() {
        SubscriptionPlan plan = new SubscriptionPlan(
                List.of(WANTED),
                List.of(new Update(WANTED, ELSEWHERE), new Update(WANTED, TRIMMED)),
                List.of(),
                List.of(ELSEWHERE),
                List.of(TRIMMED),
                List.of(FOREIGN));

        assertThat(drift(plan, List.of("orders/paid")).entries())
                .extracting(Entry::kind)
                .containsExactly(
                        Kind.MISSING, Kind.MOVED, Kind.DIFFERS, Kind.SUPERSEDED, Kind.UNWANTED, Kind.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource({
        "unreachable, acme.myshopify.com: no answer 5 times in a row; it is tried again in 17 s",
        "rate_limited, acme.myshopify.com: too many calls wait"
    })
    void whatChangesWithTheClockIsNotKept(String code, String message) {
        String why = Drift.why(new Failure("products/update", null, code, message, "id-1"));

        assertThat(why).startsWith(code + ": The shop").doesNotContain("acme");
    }

    @Test
    void whyHealingFailedIsKeptWithWhatIsMissing() {
        Failure failure = new Failure("products/update", null, "invalid_topic", "words", "id-1");
        SubscriptionPlan plan = missing();

        Drift drift = Drift.of(NOTHING_REFUSED, plan, List.of(failure), List.of());

        assertThat(drift.entries())
                .containsExactly(new Entry("products/update", Kind.MISSING, null, "invalid_topic: words"));
    }

    @Test
    void refusedTopicIsDriftToo() {
        WantedSet wanted = new WantedSet(
                List.of(),
                List.of(new Failure("orders/update", null, "misspelt_topic", "did you mean", null)),
                List.of());

        assertThat(Drift.of(wanted, fulfilled(), List.of(), List.of()).entries())
                .containsExactly(new Entry("orders/update", Kind.REFUSED, null, "did you mean"));
    }

    @Test
    void columnHoldsWhatIsKnownAndNoNulls() {
        Drift drift = drift(
                new SubscriptionPlan(List.of(WANTED), List.of(), List.of(), List.of(ELSEWHERE), List.of(), List.of()),
                List.of());

        assertThat(DriftJson.of(drift)).isEqualTo(new JsonArray("""
                [{"topic": "products/update", "kind": "missing"},
                 {"topic": "products/update", "kind": "superseded", "webhookId": 7}]"""));
        assertThat(drift.summary()).isEqualTo("products/update missing, products/update superseded");
    }

    @Test
    void silenceOfShopifyIsItsOwnKind() {
        assertThat(Drift.unknown("unreachable: No answer").summary()).isEqualTo("unknown (unreachable: No answer)");
    }

    private static Drift drift(SubscriptionPlan plan, List<String> duplicates) {
        return Drift.of(NOTHING_REFUSED, plan, List.of(), duplicates);
    }

    private static SubscriptionPlan missing() {
        return new SubscriptionPlan(List.of(WANTED), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static SubscriptionPlan fulfilled() {
        return new SubscriptionPlan(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Subscription subscription(long id, String address) {
        return new Subscription(id, "products/update", address, "json", List.of(), null, null, null, null);
    }
}

package dev.shopmirror.admin.shopify.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.shopify.ShopifyException.Reason;

class GatesTest {

    private static final String SHOP = "a.myshopify.com";
    private static final String OTHER = "b.myshopify.com";

    private final Traffic traffic = new Traffic(Traffic.limits(8, 4));

    @Test
    void callsLeaveInTheirOrder() {
        List<Ticket> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(traffic.call(SHOP));
        }

        assertThat(traffic.gone()).isEqualTo(calls.subList(0, 4));

        traffic.answered(calls.get(2));

        assertThat(traffic.gone()).isEqualTo(calls.subList(0, 5));
    }

    @Test
    void fullBucketDelaysAndDoesNotRefuse() {
        fillBucket(SHOP);
        Ticket late = traffic.call(SHOP);

        traffic.pass(Duration.ofMillis(499));
        assertThat(traffic.gone()).doesNotContain(late);

        traffic.pass(Duration.ofMillis(1));
        assertThat(traffic.gone()).contains(late);
        assertThat(traffic.refused()).isEmpty();
    }

    @Test
    void fullBucketOfOneShopIsNotAnothers() {
        fillBucket(SHOP);
        traffic.call(SHOP);

        Ticket other = traffic.call(OTHER);

        assertThat(traffic.gone()).contains(other);
    }

    @Test
    void apisOfAShopHaveTheirOwnBuckets() {
        fillBucket(SHOP);
        List<String> gone = new ArrayList<>();
        Ticket query = new Ticket(
                SHOP,
                Api.GRAPHQL,
                10,
                traffic.gates().nextPlace(),
                () -> gone.add("query"),
                why -> gone.add("refused"));

        traffic.gates().enter(query, false);

        assertThat(gone).containsExactly("query");
    }

    @Test
    void dearQueryWaitsUntilTheBucketIsEmptyAndNotForEver() {
        List<Long> gone = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Ticket dear = new Ticket(
                    SHOP,
                    Api.GRAPHQL,
                    5000,
                    traffic.gates().nextPlace(),
                    () -> gone.add(traffic.now()),
                    why -> gone.add(-1L));
            traffic.gates().enter(dear, i > 0);
        }

        assertThat(gone).hasSize(1);

        traffic.pass(Duration.ofSeconds(100));

        assertThat(gone).hasSize(2).doesNotContain(-1L);
    }

    @Test
    void callThatWouldWaitTooLongIsRefusedAtOnce() {
        fillBucket(SHOP);
        for (int i = 0; i < 90; i++) {
            traffic.call(SHOP);
        }
        assertThat(traffic.refused()).isEmpty();

        traffic.call(SHOP);

        assertThat(traffic.refused()).singleElement().satisfies(refusal -> assertThat(refusal.reason())
                .isEqualTo(Reason.RATE_LIMITED));
    }

    @Test
    void refusedCallGoesFirstAfterThePause() {
        Ticket refused = traffic.call(SHOP);
        List<Ticket> others = fill(SHOP, 3);
        Ticket behind = traffic.call(SHOP);

        traffic.gates().settle(refused, new Outcome.Throttled(Duration.ofSeconds(2)));
        others.forEach(traffic::answered);
        Ticket again = traffic.call(SHOP, refused.place(), true);
        traffic.pass(Duration.ofMillis(1999));
        assertThat(traffic.gone()).doesNotContain(again, behind);

        traffic.pass(Duration.ofMillis(1));
        assertThat(traffic.gone()).endsWith(again, behind);
    }

    @Test
    void afterARefusalCallsComeOneByOne() {
        traffic.gates().settle(traffic.call(SHOP), new Outcome.Throttled(Duration.ofMillis(100)));
        fill(SHOP, 4);

        traffic.pass(Duration.ofMillis(600));
        assertThat(traffic.gone()).hasSize(2);

        traffic.pass(Duration.ofMillis(500));
        assertThat(traffic.gone()).hasSize(3);
    }

    @Test
    void hangingShopKeepsItsShareAndNoMore() {
        fill(SHOP, 20);

        List<Ticket> others = fill(OTHER, 4);

        assertThat(traffic.gone()).hasSize(8).containsAll(others);
    }

    @Test
    void shopsTakeTurnsWhereAllTogetherAreTooMany() {
        List<Ticket> underWay = fill("x.myshopify.com", 4);
        underWay.addAll(fill("y.myshopify.com", 4));
        List<Ticket> first = fill(SHOP, 4);
        Ticket second = traffic.call(OTHER);

        traffic.answered(underWay.get(0));
        traffic.answered(underWay.get(1));

        assertThat(traffic.gone()).endsWith(first.get(0), second);
    }

    @Test
    void deadShopFailsFastAndTheOthersDoNotNotice() {
        for (int i = 0; i < 3; i++) {
            traffic.failed(traffic.call(SHOP));
        }
        traffic.call(SHOP);
        Ticket other = traffic.call(OTHER);

        assertThat(traffic.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(refusal)
                    .hasMessage("a.myshopify.com: no answer 3 times in a row (last: Shopify answered 502);"
                            + " it is tried again in 30 s");
        });
        assertThat(traffic.gone()).contains(other);
        assertThat(traffic.gates().open()).isOne();
    }

    @Test
    void callsThatWaitForAShopThatDiesAreTurnedAway() {
        List<Ticket> underWay = fill(SHOP, 4);
        fill(SHOP, 5);

        underWay.subList(0, 2).forEach(traffic::failed);
        assertThat(traffic.refused()).isEmpty();
        underWay.subList(2, 3).forEach(traffic::failed);

        assertThat(traffic.gone()).hasSize(6);
        assertThat(traffic.refused()).hasSize(3);
    }

    @Test
    void deadShopIsTriedByOneCallAndBackForAll() {
        for (int i = 0; i < 3; i++) {
            traffic.failed(traffic.call(SHOP));
        }
        traffic.pass(Duration.ofSeconds(30));

        Ticket trial = traffic.call(SHOP);
        traffic.call(SHOP);
        assertThat(traffic.gone()).endsWith(trial);
        assertThat(traffic.refused()).singleElement().satisfies(refusal -> assertThat(refusal)
                .hasMessageEndingWith("it is being tried right now"));

        traffic.answered(trial);
        Ticket next = traffic.call(SHOP);
        assertThat(traffic.gone()).endsWith(next);
        assertThat(traffic.gates().open()).isZero();
    }

    @Test
    void whoLeavesTheLineMakesRoom() {
        List<Ticket> underWay = fill(SHOP, 4);
        Ticket waiting = traffic.call(SHOP);
        Ticket behind = traffic.call(SHOP);

        traffic.gates().leave(waiting);
        traffic.gates().leave(underWay.get(0));
        traffic.gates().leave(underWay.get(0));
        traffic.answered(underWay.get(0));

        assertThat(traffic.gone()).doesNotContain(waiting).endsWith(behind).hasSize(5);
    }

    @Test
    void idleShopsAreForgotten() {
        for (int i = 0; i < 500; i++) {
            traffic.answered(traffic.call("shop-" + i + ".myshopify.com"));
        }
        Ticket underWay = traffic.call(SHOP);

        traffic.pass(Duration.ofMinutes(11));
        traffic.answered(traffic.call(OTHER));

        assertThat(traffic.gates().size()).isEqualTo(2);
        assertThat(traffic.gone()).contains(underWay);
    }

    private void fillBucket(String shop) {
        for (int i = 0; i < 39; i++) {
            traffic.answered(traffic.call(shop));
        }
    }

    private List<Ticket> fill(String shop, int calls) {
        List<Ticket> made = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            made.add(traffic.call(shop));
        }
        return made;
    }
}

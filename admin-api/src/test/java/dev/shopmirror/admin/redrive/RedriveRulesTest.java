package dev.shopmirror.admin.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.ledger.DeliveryFilter;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.problem.ProblemException;

class RedriveRulesTest {

    private static final String SHOP = "acme.myshopify.com";

    @Test
    void allMeansAllDeadLetters() {
        assertThat(RedriveRules.filter(all())).isEqualTo(deadLetters(null));
    }

    @Test
    void filterWithoutAnOutcomeMeansDeadLetters() {
        assertThat(RedriveRules.filter(filter(null, SHOP, null))).isEqualTo(deadLetters(SHOP));
    }

    @Test
    void ignoredDeliveriesOfAShopMayBeAskedFor() {
        assertThat(RedriveRules.filter(filter(null, SHOP, "ignored")).outcome()).isEqualTo(Outcome.IGNORED);
        assertThat(RedriveRules.filter(filter(UUID.randomUUID().toString(), null, "ignored"))
                        .outcome())
                .isEqualTo(Outcome.IGNORED);
    }

    @Test
    void ignoredOnesAreThoseOfTheStoreUnlessAReasonIsNamed() {
        assertThat(RedriveRules.filter(filter(null, SHOP, "ignored")).reasons())
                .containsExactly("unknown_store", "inactive_store");
        assertThat(RedriveRules.filter(filter(null, SHOP, "ignored", "unhandled_topic"))
                        .reasons())
                .containsExactly("unhandled_topic");
        assertThat(RedriveRules.filter(filter(null, SHOP, null)).reasons()).isNull();
    }

    @Test
    void deliveriesOfAResourceMayBeAskedFor() {
        assertThat(RedriveRules.filter(new RedriveRequest(null, null, null, null, null, null, null, "4711", null, null))
                        .resourceId())
                .isEqualTo(4711L);
    }

    @Test
    void ignoredDeliveriesOfAllShopsAreNot() {
        refused(filter(null, null, "ignored"));
    }

    @Test
    void whatTookEffectIsNotRedriven() {
        refused(filter(null, SHOP, "applied"));
        refused(filter(null, SHOP, "stale"));
    }

    @Test
    void emptyRequestIsNotEverything() {
        refused(new RedriveRequest(null, null, null, null, null, null, null, null, null, null));
        refused(new RedriveRequest(null, false, null, null, null, null, null, null, null, null));
    }

    @Test
    void waysOfAskingDoNotMix() {
        refused(new RedriveRequest("id", true, null, null, null, null, null, null, null, null));
        refused(new RedriveRequest("id", null, null, SHOP, null, null, null, null, null, null));
        refused(new RedriveRequest(null, true, null, null, "products/update", null, null, null, null, null));
        refused(new RedriveRequest(null, true, null, null, null, null, null, "4711", null, null));
    }

    private static void refused(RedriveRequest request) {
        assertThatThrownBy(() -> RedriveRules.filter(request)).isInstanceOf(ProblemException.class);
    }

    private static RedriveRequest all() {
        return new RedriveRequest(null, true, null, null, null, null, null, null, null, null);
    }

    private static RedriveRequest filter(String storeId, String shopDomain, String outcome) {
        return filter(storeId, shopDomain, outcome, null);
    }

    private static RedriveRequest filter(String storeId, String shopDomain, String outcome, String reason) {
        return new RedriveRequest(null, null, storeId, shopDomain, null, outcome, reason, null, null, null);
    }

    private static DeliveryFilter deadLetters(String shopDomain) {
        return new DeliveryFilter(null, shopDomain, null, Outcome.DEAD_LETTERED, null, null, null, null);
    }
}

package dev.shopmirror.admin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

class DeliveryQueryTest {

    private final DeliveryQuery query = new DeliveryQuery();

    @Test
    void filterAndLimitAreRead() {
        query.shopDomain = "acme.myshopify.com";
        query.from = "2026-10-01T12:00:00Z";
        query.limit = "7";

        DeliveryQuery.Wanted wanted = query.read("stale");

        assertThat(wanted.limit()).isEqualTo(7);
        assertThat(wanted.filter().shopDomain()).isEqualTo("acme.myshopify.com");
        assertThat(wanted.filter().from()).isEqualTo(Instant.parse("2026-10-01T12:00:00Z"));
        assertThat(wanted.filter().outcome()).isEqualTo(Outcome.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "788032119674292922", "8999999999999999999"})
    void idsAreOf64Bits(String id) {
        query.resourceId = id;
        query.limit = "1";

        assertThat(query.read(null).filter().resourceId()).isEqualTo(Long.parseLong(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "1e3", "99999999999999999999", "gid://shopify/Product/1"})
    void whatIsNoIdIsRefused(String id) {
        query.resourceId = id;
        query.limit = "1";

        assertThatThrownBy(() -> query.read(null))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(Problem.INVALID_REQUEST));
    }
}

package dev.shopmirror.admin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.problem.InvalidField;

class FilterRulesTest {

    private final List<InvalidField> errors = new ArrayList<>();

    @Test
    void everyFieldIsRead() {
        UUID store = UUID.randomUUID();

        DeliveryFilter filter = FilterRules.read(
                new FilterText(
                        store.toString(),
                        "Acme.myshopify.com",
                        "products/update",
                        "dead_lettered",
                        "broken_json",
                        "788032119674292922",
                        "2026-10-01T10:30:00+02:00",
                        "2026-10-02T00:00:00Z"),
                errors);

        assertThat(errors).isEmpty();
        assertThat(filter)
                .isEqualTo(new DeliveryFilter(
                        store,
                        "acme.myshopify.com",
                        "products/update",
                        Outcome.DEAD_LETTERED,
                        List.of("broken_json"),
                        788032119674292922L,
                        Instant.parse("2026-10-01T08:30:00Z"),
                        Instant.parse("2026-10-02T00:00:00Z")));
    }

    @Test
    void nothingAskedIsNoCondition() {
        DeliveryFilter filter =
                FilterRules.read(new FilterText(null, null, null, null, null, null, null, null), errors);

        assertThat(errors).isEmpty();
        assertThat(filter).isEqualTo(new DeliveryFilter(null, null, null, null, null, null, null, null));
    }

    @Test
    void everyWrongFieldIsNamed() {
        FilterRules.read(
                new FilterText("1-1-1-1-1", "evil.com#.myshopify.com", "", "lost", "a\nb", "0", "today", "+1e9"),
                errors);

        assertThat(errors)
                .extracting(InvalidField::field)
                .containsExactlyInAnyOrder(
                        "storeId", "shopDomain", "topic", "outcome", "reason", "resourceId", "from", "to");
    }

    @Test
    void timesMustBeInTheirOrder() {
        String time = "2026-10-01T08:30:00Z";

        FilterRules.read(new FilterText(null, null, null, null, null, null, time, time), errors);

        assertThat(errors).extracting(InvalidField::field).containsExactly("to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "-4713-01-01T00:00:00Z"})
    void timesBeyondTheDatabasesAreRefused(String time) {
        FilterRules.read(new FilterText(null, null, null, null, null, null, time, null), errors);

        assertThat(errors).extracting(InvalidField::field).containsExactly("from");
    }
}

package dev.shopmirror.admin.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.drift.Drift.Entry;
import dev.shopmirror.admin.drift.Drift.Kind;
import dev.shopmirror.admin.drift.DriftStores.Summary;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Registration;

class DriftMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DriftMeters meters = new DriftMeters(registry);

    @Test
    void everyLookCountsUnderWhatItSaw() {
        meters.looked(new Drift(List.of()));
        meters.looked(new Drift(List.of(new Entry("products/update", Kind.MISSING, null, null))));
        meters.looked(Drift.unknown("unreachable"));
        meters.looked(Drift.unknown("unreachable"));

        assertThat(looks("as_wanted")).isEqualTo(1);
        assertThat(looks("drift")).isEqualTo(1);
        assertThat(looks("unknown")).isEqualTo(2);
    }

    @Test
    void oldestLookGrowsOlderByItself() {
        meters.summary(new Summary(0, 0, Instant.now().minusSeconds(90)));

        assertThat(registry.get("shopmirror.drift.oldest.look").gauge().value()).isCloseTo(90, within(30.0));
    }

    @Test
    void withoutAStoreNothingIsOld() {
        assertThat(registry.get("shopmirror.drift.oldest.look").gauge().value()).isZero();
    }

    @Test
    void createdAndChangedCountAsHealed() {
        Subscription one = new Subscription(
                1, "products/update", "https://a.example.com", "json", List.of(), null, null, null, null);

        meters.healed(new Registration(List.of(one, one), List.of(one), List.of(one), List.of(one), List.of()));

        assertThat(registry.counter("shopmirror.drift.healed").count()).isEqualTo(3);
    }

    private double looks(String outcome) {
        return registry.counter("shopmirror.drift.looks", "outcome", outcome).count();
    }
}

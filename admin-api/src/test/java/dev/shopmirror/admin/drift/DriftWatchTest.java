package dev.shopmirror.admin.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.context.OwnContext;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.drift.DriftStores.Summary;

/** One turn of the watchdog, with shops that are slow and a database that is away. */
class DriftWatchTest {

    private static final UUID SLOW = UUID.randomUUID();
    private static final UUID QUICK = UUID.randomUUID();

    private final List<UUID> done = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Uni<List<UUID>> claims = Uni.createFrom().item(List.of(SLOW, QUICK));

    @Test
    void slowShopHoldsUpNoOtherAndTakesOnePlace() {
        DriftWatch watch = watch("https://now.example.com");

        watch.turn().await().indefinitely();
        assertThat(done).containsExactly(QUICK);
        assertThat(watch.underWay()).isEqualTo(1);

        claims = Uni.createFrom().item(List.of(QUICK));
        watch.turn().await().indefinitely();
        assertThat(asked).containsExactly(8, 7);
        assertThat(done).hasSize(2);
    }

    @Test
    void failureOfOneLookIsCountedAndEndsNothing() {
        claims = Uni.createFrom().item(List.of(new UUID(0, 0), QUICK));

        watch("https://now.example.com").turn().await().indefinitely();

        assertThat(done).containsExactly(QUICK);
        assertThat(registry.counter("shopmirror.drift.failures").count()).isEqualTo(1);
    }

    @Test
    void databaseThatIsAwayEndsATurnAndNotTheWatch() {
        claims = Uni.createFrom().failure(new IllegalStateException("away"));
        DriftWatch watch = watch("https://now.example.com");

        watch.turn().await().indefinitely();

        assertThat(registry.counter("shopmirror.drift.failures").count()).isEqualTo(1);
        claims = Uni.createFrom().item(List.of(QUICK));
        watch.turn().await().indefinitely();
        assertThat(done).containsExactly(QUICK);
    }

    @Test
    void withoutAnAddressToDeliverToNobodyIsAsked() {
        watch("http://localhost:3001").turn().await().indefinitely();

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://now.example.com", "http://localhost:3001"})
    void gaugesShowWhatTheDatabaseHolds(String baseUrl) {
        watch(baseUrl).turn().await().indefinitely();

        assertThat(registry.get("shopmirror.drift.oldest.look").gauge().value()).isGreaterThan(3000);
        assertThat(registry.get("shopmirror.drift.stores").gauge().value()).isEqualTo(3);
        assertThat(registry.get("shopmirror.drift.missing").gauge().value()).isEqualTo(4);
    }

    private DriftWatch watch(String baseUrl) {
        DriftMeters meters = new DriftMeters(registry);
        DriftStores stores = new DriftStores(null) {
            @Override
            Uni<List<UUID>> claim(Duration every, int most, double share) {
                asked.add(most);
                return claims;
            }

            @Override
            Uni<Summary> summary() {
                return Uni.createFrom().item(new Summary(3, 4, Instant.now().minus(Duration.ofHours(1))));
            }
        };
        DriftCheck check = new DriftCheck(null, null, null, null, null, null) {
            @Override
            Uni<Drift> check(UUID storeId) {
                return look(storeId);
            }
        };
        OwnContext context = new OwnContext(null) {
            @Override
            public <T> Uni<T> run(Supplier<Uni<T>> work) {
                return work.get();
            }
        };
        DriftPace pace = new DriftPace(Duration.ofMinutes(5), Duration.ofSeconds(10), 8);
        WebhookTarget target = new WebhookTarget(WebhookBaseUrl.of(baseUrl), List.of(), List.of(), false);
        return new DriftWatch(stores, check, meters, pace, context, target);
    }

    private Uni<Drift> look(UUID storeId) {
        if (storeId.equals(SLOW)) {
            return Uni.createFrom().nothing();
        }
        if (!storeId.equals(QUICK)) {
            return Uni.createFrom().failure(new IllegalStateException("no such row"));
        }
        return Uni.createFrom().item(new Drift(List.of())).invoke(() -> done.add(storeId));
    }
}

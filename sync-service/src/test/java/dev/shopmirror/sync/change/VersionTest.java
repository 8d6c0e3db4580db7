package dev.shopmirror.sync.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class VersionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void updatedAtDecidesBeforeTriggeredAt() {
        Version older = Version.of(NOON, NOON.plusSeconds(60), NOON.plusSeconds(60), "b");
        Version newer = Version.of(NOON.plusSeconds(1), NOON, NOON.plusSeconds(60), "a");

        assertThat(newer).isGreaterThan(older);
    }

    @Test
    void updatedAtCountsInWholeSeconds() {
        Version first = Version.of(NOON.plusMillis(900), NOON.plusMillis(100), NOON, "a");
        Version second = Version.of(NOON.plusMillis(100), NOON.plusMillis(200), NOON, "a");

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void webhookIdDecidesBetweenTheRest() {
        assertThat(Version.of(NOON, NOON, NOON, "b")).isGreaterThan(Version.of(NOON, NOON, NOON, "a"));
    }

    @Test
    void triggeredAtStandsInForAnAbsentUpdatedAt() {
        assertThat(Version.of(null, NOON.plusMillis(500), NOON.plusSeconds(9), "a")
                        .at())
                .isEqualTo(NOON);
    }

    @Test
    void receivedAtStandsInForAnAbsentTriggeredAt() {
        assertThat(Version.of(null, null, NOON, "a").triggeredAt()).isEqualTo(NOON);
    }

    @Test
    void forgedTriggerTimeDoesNotOutrankTheFuture() {
        assertThat(Version.of(null, NOON.plusSeconds(999_999), NOON, "a").at()).isEqualTo(NOON.plusSeconds(300));
    }
}

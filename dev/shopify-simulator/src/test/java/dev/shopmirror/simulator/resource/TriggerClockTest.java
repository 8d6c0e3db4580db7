package dev.shopmirror.simulator.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.Test;

class TriggerClockTest {

    @Test
    void timeRisesEvenWhenTheSystemClockStandsOrGoesBack() {
        Iterator<Instant> system = List.of(
                        Instant.parse("2026-11-23T12:00:00.000000999Z"),
                        Instant.parse("2026-11-23T12:00:00Z"),
                        Instant.parse("2026-11-23T11:59:59Z"),
                        Instant.parse("2026-11-23T12:00:01Z"))
                .iterator();
        InstantSource source = system::next;
        TriggerClock clock = new TriggerClock(source);

        assertThat(List.of(clock.next(), clock.next(), clock.next(), clock.next()))
                .containsExactly(
                        Instant.parse("2026-11-23T12:00:00Z"),
                        Instant.parse("2026-11-23T12:00:00.000001Z"),
                        Instant.parse("2026-11-23T12:00:00.000002Z"),
                        Instant.parse("2026-11-23T12:00:01Z"));
    }
}

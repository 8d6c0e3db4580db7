package dev.shopmirror.sync.overflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class OverflowTest {

    private static final Instant LATE_BEFORE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LATE = LATE_BEFORE.minusMillis(1);

    private record Event(String store, int number, Instant receivedAt) {}

    @Test
    void lateEventsBeyondAStoresShareAreExcess() {
        var split = split(2, late("a", 1), late("a", 2), late("a", 3), late("a", 4));

        assertThat(split.kept()).extracting(Event::number).containsExactly(1, 2);
        assertThat(split.excess()).extracting(Event::number).containsExactly(3, 4);
    }

    @Test
    void everyStoreHasAShareOfItsOwn() {
        var split = split(1, late("a", 1), late("a", 2), late("b", 3), late("a", 4), late("b", 5));

        assertThat(split.kept()).extracting(Event::number).containsExactly(1, 3);
        assertThat(split.excess()).extracting(Event::number).containsExactly(2, 4, 5);
    }

    @Test
    void eventsInTimeStayHoweverManyTheyAre() {
        var split = split(1, fresh("a", 1), fresh("a", 2), fresh("a", 3));

        assertThat(split.kept()).extracting(Event::number).containsExactly(1, 2, 3);
        assertThat(split.excess()).isEmpty();
    }

    @Test
    void eventsInTimeTakeNothingOfTheShareOfLateOnes() {
        var split = split(1, fresh("a", 1), fresh("a", 2), late("a", 3), late("a", 4));

        assertThat(split.kept()).extracting(Event::number).containsExactly(1, 2, 3);
        assertThat(split.excess()).extracting(Event::number).containsExactly(4);
    }

    @Test
    void eventExactlyAtTheLimitIsInTime() {
        assertThat(split(0, fresh("a", 1)).excess()).isEmpty();
        assertThat(split(0, late("a", 1)).excess()).hasSize(1);
    }

    private static Overflow<Event> split(int maxPerStore, Event... poll) {
        return Overflow.of(List.of(poll), Event::store, Event::receivedAt, LATE_BEFORE, maxPerStore);
    }

    private static Event late(String store, int number) {
        return new Event(store, number, LATE);
    }

    private static Event fresh(String store, int number) {
        return new Event(store, number, LATE_BEFORE);
    }
}

package dev.shopmirror.admin.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.event.KafkaTopics;

class DeadLetterSearchTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void lettersOfOneMomentAreSoughtTogether() {
        assertThat(DeadLetterSearch.neighbours(List.of(settled(60), settled(0), settled(200))))
                .containsExactly(List.of(settled(0), settled(60), settled(200)));
    }

    @Test
    void whatLiesBetweenLettersThatAreFarApartIsNotRead() {
        assertThat(DeadLetterSearch.neighbours(List.of(settled(7200), settled(0), settled(7210), settled(200))))
                .containsExactly(List.of(settled(0)), List.of(settled(200)), List.of(settled(7200), settled(7210)));
    }

    private static DeadLetter settled(int second) {
        return new DeadLetter(new RecordPosition(KafkaTopics.WEBHOOKS, 3, second), NOON.plusSeconds(second));
    }
}

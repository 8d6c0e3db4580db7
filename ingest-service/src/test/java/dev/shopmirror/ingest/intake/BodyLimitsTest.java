package dev.shopmirror.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.shopmirror.event.KafkaTopics;

class BodyLimitsTest {

    @Test
    void exactlyTheLimitPasses() {
        var limits = new BodyLimits(1000, Duration.ofSeconds(1));

        assertThat(limits.declaresTooMuch("1000")).isFalse();
        assertThat(limits.declaresTooMuch("1001")).isTrue();
        assertThat(limits.declaresTooMuch("9999999999")).isTrue();
        assertThat(limits.declaresTooMuch(null)).isFalse();
    }

    @Test
    void limitAboveKafkasIsRefusedAtStart() {
        assertThatThrownBy(() -> new BodyLimits(KafkaTopics.MAX_BODY_BYTES + 1, Duration.ofSeconds(1)))
                .hasMessageContaining("intake.max-body-size");
    }
}

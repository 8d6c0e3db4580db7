package dev.shopmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class RequiredSettingsTest {

    private final RequiredSettings settings = RequiredSettings.of("ingest-service")
            .require("KAFKA_BOOTSTRAP_SERVERS", "brokers")
            .requireOneOf(List.of("SECRET", "OLD_SECRET"), "signs deliveries");

    @Test
    void allMissingSettingsAreNamedAtOnceWithTheirPurpose() {
        assertThat(settings.missing(name -> null))
                .containsExactly("KAFKA_BOOTSTRAP_SERVERS: brokers", "SECRET or OLD_SECRET: signs deliveries");
    }

    @Test
    void oneOfSeveralIsEnough() {
        assertThat(settings.missing(Map.of("KAFKA_BOOTSTRAP_SERVERS", "k:9092", "OLD_SECRET", "x")::get))
                .isEmpty();
    }

    @Test
    void blankIsMissing() {
        assertThat(settings.missing(Map.of("KAFKA_BOOTSTRAP_SERVERS", " ", "SECRET", "x")::get))
                .containsExactly("KAFKA_BOOTSTRAP_SERVERS: brokers");
    }
}

package dev.shopmirror.sync.retention;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class RetentionRuleTest {

    @Test
    void ledgerThatForgetsBeforeKafkaDoesIsRefused() {
        assertThatThrownBy(() -> RetentionRule.check(Duration.ofDays(14).minusSeconds(1)))
                .hasMessageContaining("SHOPMIRROR_RETENTION_DELIVERIES")
                .hasMessageContaining("at least 14 d");
    }

    @Test
    void ledgerThatRemembersAsLongAsKafkaIsTaken() {
        assertThatCode(() -> RetentionRule.check(Duration.ofDays(14))).doesNotThrowAnyException();
    }
}

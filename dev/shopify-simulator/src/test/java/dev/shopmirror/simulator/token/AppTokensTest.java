package dev.shopmirror.simulator.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class AppTokensTest {

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final AppTokens tokens = new AppTokens(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private TokenPair refreshed(TokenPair pair) {
        return tokens.refresh(String.valueOf(pair.refresh())).orElseThrow();
    }

    private boolean isRefused(TokenPair pair) {
        return tokens.refresh(String.valueOf(pair.refresh())).isEmpty();
    }

    @Test
    void accessTokenOpensForAnHour() {
        TokenPair pair = tokens.issue();

        assertThat(tokens.accept(pair.access())).isTrue();
        now = now.plus(Duration.ofMinutes(60));
        assertThat(tokens.accept(pair.access())).isFalse();
        assertThat(tokens.accept("shpat_other")).isFalse();
    }

    @Test
    void refreshTokenGivesANewPair() {
        TokenPair first = tokens.issue();

        TokenPair second = refreshed(first);

        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.accept(second.access())).isTrue();
        assertThat(isRefused(second)).isFalse();
    }

    @Test
    void previousRefreshTokenStaysValidUntilTheNewAccessTokenIsUsed() {
        TokenPair first = tokens.issue();
        refreshed(first);
        TokenPair again = refreshed(first);

        tokens.accept(again.access());

        assertThat(isRefused(first)).isTrue();
        assertThat(isRefused(again)).isFalse();
    }

    @Test
    void previousRefreshTokenStaysValidUntilTheNewOneIsUsed() {
        TokenPair first = tokens.issue();
        TokenPair second = refreshed(first);

        TokenPair third = refreshed(second);

        assertThat(isRefused(first)).isTrue();
        assertThat(refreshed(second)).isNotEqualTo(third);
    }

    @Test
    void pairThatWasNotKeptIsVoidOnceItsSiblingIsUsed() {
        TokenPair first = tokens.issue();
        TokenPair lost = refreshed(first);
        TokenPair kept = refreshed(first);

        tokens.accept(kept.access());

        assertThat(isRefused(lost)).isTrue();
        tokens.accept(lost.access());
        assertThat(isRefused(kept)).isFalse();
    }

    @Test
    void expiredAccessTokenLeavesItsRefreshToken() {
        TokenPair pair = tokens.issue();

        assertThat(tokens.expireAccessToken(pair.access())).isTrue();

        assertThat(tokens.accept(pair.access())).isFalse();
        assertThat(tokens.expireAccessToken(pair.access())).isFalse();
        assertThat(isRefused(pair)).isFalse();
    }

    @Test
    void newInstallationVoidsEarlierPairs() {
        TokenPair before = tokens.issue();

        tokens.grant("shpat_a", "shprt_a");

        assertThat(tokens.accept(before.access())).isFalse();
        assertThat(isRefused(before)).isTrue();
        assertThat(tokens.accept("shpat_a")).isTrue();
        assertThat(tokens.refresh("shprt_a")).isPresent();
    }

    @Test
    void clientCredentialsGiveAnAccessTokenAlone() {
        TokenPair pair = tokens.forClientCredentials().orElseThrow();

        assertThat(pair.refresh()).isNull();
        now = now.plus(Duration.ofHours(23));
        assertThat(tokens.accept(pair.access())).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(tokens.accept(pair.access())).isFalse();
    }

    @Test
    void refusalsAreSwitchedOnAndOff() {
        TokenPair pair = tokens.issue();
        tokens.rules(TokenRules.DEFAULT.withRefreshRefused(true).withClientCredentialsRefused(true));

        assertThat(isRefused(pair)).isTrue();
        assertThat(tokens.forClientCredentials()).isEmpty();
        tokens.rules(TokenRules.DEFAULT);
        assertThat(isRefused(pair)).isFalse();
        assertThat(tokens.forClientCredentials()).isPresent();
    }

    @Test
    void pairNeverShowsItsTokens() {
        TokenPair pair = tokens.issue();

        assertThat(pair.toString()).doesNotContain(pair.access(), String.valueOf(pair.refresh()));
    }
}

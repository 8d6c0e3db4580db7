package dev.shopmirror.admin.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRowTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"3600,USABLE", "121,USABLE", "120,EXPIRING", "16,EXPIRING", "15,SPENT", "0,SPENT", "-3600,SPENT"})
    void tokenIsRenewedInGoodTimeAndNotUsedAtTheLastMoment(long secondsLeft, TokenRow.State expected) {
        TokenRow row = row("active", CredentialKind.REFRESHABLE_TOKEN, "k:access", NOW.plusSeconds(secondsLeft));

        assertThat(row.state(NOW)).isEqualTo(expected);
    }

    @Test
    void unknownExpiryLeavesTheTokenUsable() {
        assertThat(row("active", CredentialKind.REFRESHABLE_TOKEN, "k:access", null)
                        .state(NOW))
                .isEqualTo(TokenRow.State.USABLE);
    }

    @Test
    void noTokenIsSpent() {
        assertThat(row("active", CredentialKind.CLIENT_CREDENTIALS, null, null).state(NOW))
                .isEqualTo(TokenRow.State.SPENT);
    }

    @Test
    void whatCanBeRenewedDependsOnTheKind() {
        assertThat(row("active", CredentialKind.CLIENT_CREDENTIALS, null, null).isRenewable())
                .isTrue();
        assertThat(row("active", CredentialKind.REFRESHABLE_TOKEN, "k:access", null)
                        .isRenewable())
                .isTrue();
        assertThat(row("active", CredentialKind.ACCESS_TOKEN, "k:access", null).isRenewable())
                .isFalse();
        assertThat(row("redacted", CredentialKind.CLIENT_CREDENTIALS, null, null)
                        .isRenewable())
                .isFalse();
    }

    @Test
    void textShowsNoCiphertext() {
        assertThat(row("active", CredentialKind.REFRESHABLE_TOKEN, "k:access", null)
                        .toString())
                .doesNotContain("k:access", "k:refresh");
        assertThat(new SealedCredentials(CredentialKind.REFRESHABLE_TOKEN, "k:access", "k:refresh", null).toString())
                .doesNotContain("k:access", "k:refresh");
    }

    private static TokenRow row(String status, CredentialKind kind, String access, Instant expiresAt) {
        String refresh = kind == CredentialKind.REFRESHABLE_TOKEN ? "k:refresh" : null;
        return new TokenRow(UUID.randomUUID(), "acme.myshopify.com", status, kind, access, expiresAt, refresh);
    }
}

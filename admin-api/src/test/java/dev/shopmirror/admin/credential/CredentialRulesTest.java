package dev.shopmirror.admin.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.secret.Secret;

class CredentialRulesTest {

    private static final String EXPIRY = "2030-01-31T10:30:00+02:00";
    private static final Secret TOKEN = Secret.of("shpat_1");

    @Test
    void eachFormOfCredentialsIsAccepted() {
        assertThat(CredentialRules.violations(given(TOKEN, null, null, null))).isEmpty();
        assertThat(CredentialRules.violations(given(TOKEN, null, null, false))).isEmpty();
        assertThat(CredentialRules.violations(given(TOKEN, TOKEN, EXPIRY, null)))
                .isEmpty();
        assertThat(CredentialRules.violations(given(null, null, null, true))).isEmpty();
    }

    @Test
    void formOfCredentialsTellsTheirKind() {
        assertThat(given(TOKEN, null, null, null).kind()).isEqualTo(CredentialKind.ACCESS_TOKEN);
        assertThat(given(TOKEN, TOKEN, EXPIRY, null).kind()).isEqualTo(CredentialKind.REFRESHABLE_TOKEN);
        assertThat(given(null, null, null, true).kind()).isEqualTo(CredentialKind.CLIENT_CREDENTIALS);
    }

    @Test
    void nothingGivenIsAbsent() {
        assertThat(given(null, null, null, null).isAbsent()).isTrue();
        assertThat(given(null, null, null, false).isAbsent()).isFalse();
        assertThat(given(null, null, EXPIRY, null).isAbsent()).isFalse();
    }

    @Test
    void twoFormsAtOnceAreRefused() {
        assertThat(CredentialRules.violations(given(TOKEN, null, null, true)))
                .extracting(InvalidField::field)
                .containsExactly("clientCredentials");
    }

    @Test
    void refreshTokenAndExpiryComeTogether() {
        assertThat(CredentialRules.violations(given(TOKEN, TOKEN, null, null)))
                .extracting(InvalidField::field)
                .containsExactly("expiresAt");
        assertThat(CredentialRules.violations(given(TOKEN, null, EXPIRY, null)))
                .extracting(InvalidField::field)
                .containsExactly("refreshToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "line\r\nX-Evil: 1", "tökén"})
    void tokenThatIsNoHeaderValueIsRefusedAndNotQuoted(String token) {
        assertThat(CredentialRules.violations(given(Secret.of(token), null, null, null)))
                .containsExactly(new InvalidField("accessToken", "must have 1 to 1024 visible ASCII characters"));
    }

    @Test
    void expiryIsReadWithItsOffset() {
        assertThat(given(TOKEN, TOKEN, EXPIRY, null).expiry()).contains(Instant.parse("2030-01-31T08:30:00Z"));
        assertThat(given(TOKEN, TOKEN, "2030-01-31", null).expiry()).isEmpty();
    }

    @Test
    void textOfCredentialsShowsNoToken() {
        assertThat(given(TOKEN, TOKEN, EXPIRY, null).toString()).doesNotContain("shpat_1");
    }

    private static GivenCredentials given(Secret access, Secret refresh, String expiresAt, Boolean clientCredentials) {
        return new GivenCredentials(access, refresh, expiresAt, clientCredentials);
    }
}

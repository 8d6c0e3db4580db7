package dev.shopmirror.admin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.secret.Secret;

class NewStoreRulesTest {

    private static final String EXPIRY = "2030-01-31T10:30:00+02:00";
    private static final Secret TOKEN = Secret.of("shpat_1");

    @Test
    void eachFormOfCredentialsIsAccepted() {
        assertThat(NewStoreRules.violations(store(TOKEN, null, null, null))).isEmpty();
        assertThat(NewStoreRules.violations(store(TOKEN, null, null, false))).isEmpty();
        assertThat(NewStoreRules.violations(store(TOKEN, TOKEN, EXPIRY, null))).isEmpty();
        assertThat(NewStoreRules.violations(store(null, null, null, true))).isEmpty();
    }

    @Test
    void formOfCredentialsTellsTheirKind() {
        assertThat(store(TOKEN, null, null, null).credentialKind()).isEqualTo(CredentialKind.ACCESS_TOKEN);
        assertThat(store(TOKEN, TOKEN, EXPIRY, null).credentialKind()).isEqualTo(CredentialKind.REFRESHABLE_TOKEN);
        assertThat(store(null, null, null, true).credentialKind()).isEqualTo(CredentialKind.CLIENT_CREDENTIALS);
    }

    @Test
    void everyInvalidFieldIsListed() {
        NewStore store = new NewStore("acme.example.com", " ", null, null, "tomorrow", null);

        assertThat(NewStoreRules.violations(store))
                .extracting(InvalidField::field)
                .containsExactly("shopDomain", "name", "accessToken", "refreshToken", "expiresAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ac\0me", "Acme\nLtd", "\u0085Acme"})
    void nameHasNoControlCharacters(String name) {
        assertThat(NewStoreRules.violations(new NewStore("acme.myshopify.com", name, TOKEN, null, null, null)))
                .extracting(InvalidField::field)
                .containsExactly("name");
    }

    @Test
    void twoFormsAtOnceAreRefused() {
        assertThat(NewStoreRules.violations(store(TOKEN, null, null, true)))
                .extracting(InvalidField::field)
                .containsExactly("clientCredentials");
    }

    @Test
    void refreshTokenAndExpiryComeTogether() {
        assertThat(NewStoreRules.violations(store(TOKEN, TOKEN, null, null)))
                .extracting(InvalidField::field)
                .containsExactly("expiresAt");
        assertThat(NewStoreRules.violations(store(TOKEN, null, EXPIRY, null)))
                .extracting(InvalidField::field)
                .containsExactly("refreshToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "line\r\nX-Evil: 1", "tökén"})
    void tokenThatIsNoHeaderValueIsRefusedAndNotQuoted(String token) {
        assertThat(NewStoreRules.violations(store(Secret.of(token), null, null, null)))
                .containsExactly(new InvalidField("accessToken", "must have 1 to 1024 visible ASCII characters"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "acme", "https://acme.myshopify.com", "acme.myshopify.com/", "evil.com#.myshopify.com"})
    void onlyPermanentShopDomainsAreAccepted(String domain) {
        NewStore store = new NewStore(domain, "Acme", TOKEN, null, null, null);

        assertThat(NewStoreRules.violations(store))
                .extracting(InvalidField::field)
                .containsExactly("shopDomain");
    }

    @Test
    void expiryIsReadWithItsOffset() {
        assertThat(NewStoreRules.instant(EXPIRY)).contains(Instant.parse("2030-01-31T08:30:00Z"));
        assertThat(NewStoreRules.instant("2030-01-31")).isEmpty();
    }

    private static NewStore store(Secret access, Secret refresh, String expiresAt, Boolean clientCredentials) {
        return new NewStore("Acme.myshopify.com", "Acme", access, refresh, expiresAt, clientCredentials);
    }
}

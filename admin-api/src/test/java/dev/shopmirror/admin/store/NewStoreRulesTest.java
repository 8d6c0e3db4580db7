package dev.shopmirror.admin.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.secret.Secret;

class NewStoreRulesTest {

    private static final Secret TOKEN = Secret.of("shpat_1");

    @Test
    void storeWithNameDomainAndCredentialsIsFine() {
        assertThat(NewStoreRules.violations(new NewStore("Acme.myshopify.com", "Acme", TOKEN, null, null, null)))
                .isEmpty();
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

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "acme",
                "https://acme.myshopify.com",
                "acme.myshopify.com/",
                "evil.com#.myshopify.com",
                "evil.com?.myshopify.com",
                "evil.com/.myshopify.com",
                "evil.com\\.myshopify.com",
                "user:password@acme.myshopify.com",
                "acme.myshopify.com@evil.com",
                "acme.myshopify.com:443",
                "acme.myshopify.com.",
                "acme.myshopify.com..",
                ".myshopify.com",
                "-acme.myshopify.com",
                "a.b.myshopify.com",
                "acme.myshopify.com.evil.com",
                "acme.myshopify.com\n",
                " acme.myshopify.com",
                "acme%2emyshopify.com",
                "acmemyshopify.com",
                "127.0.0.1",
                "[::1]",
                "169.254.169.254",
                "2130706433",
                "localhost",
                "аcme.myshopify.com",
                "acme.myshopify。com",
                "acme.myshopıfy.com",
                "acme.myſhopify.com",
                "acme\0.myshopify.com"
            })
    void onlyPermanentShopDomainsAreAccepted(String domain) {
        NewStore store = new NewStore(domain, "Acme", TOKEN, null, null, null);

        assertThat(NewStoreRules.violations(store))
                .extracting(InvalidField::field)
                .containsExactly("shopDomain");
    }
}

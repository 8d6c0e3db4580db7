package dev.shopmirror.admin.shopify.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.shopify.ShopifyException;

class NextPageTest {

    private static final URI LIST = URI.create("https://acme.myshopify.com/admin/api/2026-10/webhooks.json");

    @Test
    void nextPageIsFoundBesideThePrevious() {
        String link = "<" + LIST + "?limit=250&page_info=abc>; rel=\"previous\", <" + LIST
                + "?limit=250&page_info=eyJ4Ijoy%3D%3D>; rel=\"next\"";

        assertThat(NextPage.of(link, LIST)).contains("eyJ4Ijoy%3D%3D");
    }

    @Test
    void linkMayNameTheVersionThatWasServed() {
        String served =
                "<https://acme.myshopify.com/admin/api/2027-01/webhooks.json?limit=250&page_info=abc>; rel=next";

        assertThat(NextPage.of(served, LIST)).contains("abc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "<https://acme.myshopify.com/x?page_info=abc>; rel=\"previous\"", "nonsense"})
    void withoutANextLinkTheListEnds(String link) {
        assertThat(NextPage.of(link, LIST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/admin/api/2026-10/webhooks.json?page_info=abc",
                "https://acme.myshopify.com.evil.example.com/admin/api/2026-10/webhooks.json?page_info=abc",
                "https://acme.myshopify.com@evil.example.com/admin/api/2026-10/webhooks.json?page_info=abc",
                "https://other.myshopify.com/admin/api/2026-10/webhooks.json?page_info=abc",
                "https://acme.myshopify.com:8443/admin/api/2026-10/webhooks.json?page_info=abc",
                "http://acme.myshopify.com/admin/api/2026-10/webhooks.json?page_info=abc",
                "https://acme.myshopify.com/admin/oauth/authorize?page_info=abc",
                "https://acme.myshopify.com/admin/api/2026-10/x/webhooks.json?page_info=abc",
                "https://acme.myshopify.com/evil/admin/api/2026-10/webhooks.json?page_info=abc",
                "https://acme.myshopify.com/admin/api/2026-10/webhooks.json?limit=250",
                "//evil.example.com?page_info=abc",
                "not a uri"
            })
    void linkToAnotherPlaceIsAFailureAndNotAnEnd(String target) {
        assertThatThrownBy(() -> NextPage.of("<" + target + ">; rel=\"next\"", LIST))
                .isInstanceOf(ShopifyException.class)
                .hasMessageContaining("leads away");
    }
}

package dev.shopmirror.admin.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.problem.ProblemException;

class ProductQueryTest {

    private static final UUID ONE = UUID.fromString("3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11");
    private static final UUID OTHER = UUID.fromString("4f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11");

    @Test
    void everyParameterIsRead() {
        ProductQuery query = new ProductQuery();
        query.storeId = ONE.toString();
        query.status = "unlisted";
        query.incomplete = "true";
        query.limit = "7";

        assertThat(query.read()).isEqualTo(new ProductQuery.Wanted(ONE, "unlisted", true, 7));
    }

    @Test
    void nothingAskedIsNoCondition() {
        ProductQuery query = new ProductQuery();
        query.limit = "50";

        assertThat(query.read()).isEqualTo(new ProductQuery.Wanted(null, null, null, 50));
    }

    @Test
    void positionComesBackFromItsCursor() {
        ProductPosition position =
                new ProductPosition(Instant.parse("2026-10-01T12:00:00.000001Z"), 788032119674292922L, ONE);

        String cursor = Page.of(List.of(position, position), 1, ProductPosition::cursorKey)
                .nextCursor();

        assertThat(ProductPosition.of(cursor)).contains(position);
        assertThat(ProductPosition.of(null)).isEmpty();
    }

    @Test
    void onlyStoreWithTheProductIsMeant() {
        assertThat(Products.only(List.of(ONE), Optional.empty(), 1)).isEqualTo(ONE);
    }

    @Test
    void storesOutOfSightDoNotMakeItAmbiguous() {
        assertThat(Products.only(List.of(ONE, OTHER), Optional.of(Set.of(OTHER)), 1))
                .isEqualTo(OTHER);
    }

    @Test
    void productOfNoStoreInSightIsNotFound() {
        assertThatThrownBy(() -> Products.only(List.of(ONE), Optional.of(Set.of()), 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(404));
    }

    @Test
    void productOfSeveralStoresIsAmbiguous() {
        assertThatThrownBy(() -> Products.only(List.of(ONE, OTHER), Optional.empty(), 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
    }
}

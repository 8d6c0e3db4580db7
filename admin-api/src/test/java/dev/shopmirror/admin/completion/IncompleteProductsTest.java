package dev.shopmirror.admin.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Owner;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** Whose turn it is, and what is in whose hands. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class IncompleteProductsTest {

    private UUID store;

    @Inject
    IncompleteProducts products;

    @BeforeEach
    void nothingElseIsIncomplete() {
        store = register();
        Owner.execute("UPDATE shopify_product SET incomplete = false");
    }

    @Test
    void newestOfAStoreGoesFirst() {
        incomplete(store, 1, 20);
        incomplete(store, 2, 10);

        assertThat(claim()).map(IncompleteProduct::productId).contains(2L);
        assertThat(claim()).map(IncompleteProduct::productId).contains(1L);
        assertThat(claim()).isEmpty();
    }

    @Test
    void storeWithManyDoesNotKeepAnotherWaiting() {
        UUID other = register();
        incomplete(store, 1, 10);
        incomplete(store, 2, 11);
        incomplete(store, 3, 12);
        incomplete(other, 4, 20);

        assertThat(List.of(claim(), claim(), claim()))
                .map(claimed -> claimed.orElseThrow().productId())
                .containsExactly(1L, 4L, 2L);
    }

    @Test
    void storesTakeTurnsAlsoWhenOneIsTakenAtATime() {
        UUID other = register();
        incomplete(store, 1, 10);
        incomplete(store, 2, 11);
        incomplete(other, 3, 20);
        incomplete(other, 4, 21);

        assertThat(Stream.generate(this::claimAndRelease).limit(4)).containsExactly(1L, 3L, 2L, 4L);
    }

    @Test
    void concurrentClaimsShareNoProduct() {
        for (long product = 1; product <= 4; product++) {
            incomplete(store, product, 10);
        }

        List<Optional<IncompleteProduct>> claims = Uni.join()
                .all(Stream.generate(products::claim).limit(8).toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(claims.stream().flatMap(Optional::stream).map(IncompleteProduct::productId))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void productInHandIsLeftThereWhateverComes() {
        incomplete(store, 1, 10);
        claim();
        Owner.execute(
                "UPDATE shopify_product SET version_at = version_at + interval '1 day' WHERE store_id = ?", store);

        elapsed("1 minute");
        assertThat(claim()).isEmpty();
        Owner.execute("UPDATE product_completion SET claimed_until = NULL WHERE store_id = ?", store);
        assertThat(claim()).map(IncompleteProduct::attempts).contains(1);
    }

    @Test
    void productThatAReplicaLeftIsNotTakenForPublished() {
        incomplete(store, 1, 10);
        claim();

        elapsed("61 seconds");
        assertThat(claim()).isEmpty();
        Owner.execute("UPDATE product_completion SET claimed_until = now() WHERE store_id = ?", store);
        assertThat(claim()).map(IncompleteProduct::attempts).contains(2);
    }

    @Test
    void whatIsStillInHandIsKept() {
        incomplete(store, 1, 10);
        IncompleteProduct claimed = claim().orElseThrow();
        Owner.execute("UPDATE product_completion SET claimed_until = now() WHERE store_id = ?", store);

        done(products.keep(claimed));

        assertThat(Owner.value("SELECT claimed_until > now() FROM product_completion WHERE store_id = ?", store))
                .isEqualTo(true);
    }

    @Test
    void publishedProductHasTimeAndFailedOneIsTriedSooner() {
        incomplete(store, 1, 10);
        done(products.release(claim().orElseThrow(), Optional.empty()));

        elapsed("9 minutes");
        assertThat(claim()).isEmpty();
        elapsed("2 minutes");
        done(products.release(claim().orElseThrow(), Optional.of("refused")));

        elapsed("119 seconds");
        assertThat(claim()).isEmpty();
        elapsed("2 seconds");
        assertThat(claim()).map(IncompleteProduct::attempts).contains(3);
    }

    @Test
    void secondStateOfOneSecondIsAnotherState() {
        incomplete(store, 1, 10);
        done(products.release(claim().orElseThrow(), Optional.empty()));
        Owner.execute(
                "UPDATE shopify_product SET version_triggered_at = version_triggered_at + interval '1 millisecond'"
                        + " WHERE store_id = ?",
                store);

        elapsed("31 seconds");

        assertThat(claim()).map(IncompleteProduct::attempts).contains(1);
    }

    @Test
    void whatALostClaimReportsDoesNotCount() {
        incomplete(store, 1, 10);
        IncompleteProduct lost = claim().orElseThrow();
        Owner.execute("UPDATE product_completion SET claimed_until = now() WHERE store_id = ?", store);
        elapsed("61 seconds");
        claim();

        done(products.release(lost, Optional.of("late")));

        assertThat(Owner.value(
                        "SELECT error IS NULL AND claimed_until > now() FROM product_completion WHERE store_id = ?",
                        store))
                .isEqualTo(true);
    }

    private Long claimAndRelease() {
        IncompleteProduct claimed = claim().orElseThrow();
        done(products.release(claimed, Optional.empty()));
        return claimed.productId();
    }

    private Optional<IncompleteProduct> claim() {
        return products.claim().await().indefinitely();
    }

    private static void done(Uni<Void> work) {
        work.await().indefinitely();
    }

    /** As if so much time had gone by since. */
    private void elapsed(String time) {
        Owner.execute(
                "UPDATE product_completion SET tried_at = tried_at - ?::interval WHERE store_id = ?", time, store);
    }

    private static UUID register() {
        return UUID.fromString(TestStores.register(TestStores.newDomain()));
    }

    private static void incomplete(UUID store, long product, int syncedMinutesAgo) {
        Owner.execute("""
                INSERT INTO shopify_product (store_id, id, incomplete, synced_at, version_at, version_triggered_at,
                    version_webhook_id)
                VALUES (?, ?, true, now() - make_interval(mins => ?), '2026-03-01T10:00:00Z', '2026-03-01T10:00:00.25Z',
                    'w')""", store, product, syncedMinutesAgo);
    }
}

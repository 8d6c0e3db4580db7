package dev.shopmirror.admin.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.fault.Fault;
import dev.shopmirror.simulator.limit.AdminLimits;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.subscription.Refused;

/** What holds whichever API is used. Each adapter's test is this one, and what its API alone has. */
public abstract class SubscriptionsContract {

    protected static final Duration PATIENCE = Duration.ofSeconds(30);
    protected static final String TOKEN = "shpat_contract";
    private static final String ADDRESS = "https://app.example.com/hooks";
    private static final SubscriptionRequest WANTED = SubscriptionRequest.of("products/update", ADDRESS);

    protected final ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults());
    protected final ShopAccess access = new ShopAccess("acme.myshopify.com", Secret.of(TOKEN));
    protected Shop shop;
    protected WebhookSubscriptions subscriptions;

    /** The adapter, with gates of its own. */
    protected abstract WebhookSubscriptions adapter(ShopifyEndpoint endpoint);

    /** The same, which waits so long for an answer. */
    protected abstract WebhookSubscriptions adapter(ShopifyEndpoint endpoint, Duration readTimeout);

    /** The smallest that Shopify has. */
    protected abstract AdminLimits smallestLimits();

    /** So many that under these limits the last of them must wait for ten seconds. */
    protected abstract int creationsInTenSeconds();

    @BeforeEach
    void openShop() {
        shop = simulator.addShop(access.shopDomain(), TOKEN);
        subscriptions = adapter(endpoint());
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
    }

    @Test
    void allPagesAreListed() {
        List<Long> ids = IntStream.range(0, 600).mapToObj(this::subscribe).toList();

        assertThat(list()).extracting(Subscription::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(shop.calls().total()).isEqualTo(3);
    }

    @Test
    void createdSubscriptionIsWhatWasWanted() {
        Subscription created =
                create(new SubscriptionRequest("products/update", ADDRESS, List.of("id", "updated_at"), "id:*"));

        assertThat(created.topic()).isEqualTo("products/update");
        assertThat(created.address()).isEqualTo(ADDRESS);
        assertThat(created.format()).isEqualTo("json");
        assertThat(created.fields()).containsExactly("id", "updated_at");
        assertThat(created.filter()).isEqualTo("id:*");
        assertThat(created.apiVersion()).isEqualTo("2026-10");
        assertThat(created.createdAt()).isNotNull();
        assertThat(list()).containsExactly(created);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory_levels/update", "app/uninstalled", "customer.tags_added"})
    void topicKeepsItsName(String topic) {
        assertThat(create(SubscriptionRequest.of(topic, ADDRESS)).topic()).isEqualTo(topic);
        assertThat(list()).extracting(Subscription::topic).containsExactly(topic);
    }

    @Test
    void takenAddressIsToldFromOtherRefusals() {
        create(WANTED);

        assertFailure(subscriptions.create(access, WANTED), Reason.ALREADY_TAKEN)
                .hasMessageContaining("already been taken");
    }

    @Test
    void unknownTopicIsToldAsSuch() {
        assertFailure(
                subscriptions.create(access, SubscriptionRequest.of("orders/update", ADDRESS)), Reason.INVALID_TOPIC);
    }

    @Test
    void topicWithoutItsScopeIsAnInvalidOne() {
        shop.lifecycle().changeScopes(List.of("read_orders"));

        assertFailure(subscriptions.create(access, WANTED), Reason.INVALID_TOPIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://app.example.com/hooks", "https://acme.myshopify.com/hooks", "no address"})
    void unusableAddressIsToldAsSuch(String address) {
        assertFailure(
                subscriptions.create(access, SubscriptionRequest.of("products/update", address)),
                Reason.INVALID_ADDRESS);
    }

    @Test
    void addressFieldsAndFilterAreChanged() {
        Subscription created = create(WANTED);
        SubscriptionRequest other = new SubscriptionRequest(
                "products/update", "https://new.example.com/hooks", List.of("id", "updated_at"), "id:1");

        Subscription changed = update(created.id(), other);

        assertThat(changed.id()).isEqualTo(created.id());
        assertThat(changed.topic()).isEqualTo("products/update");
        assertThat(changed.address()).isEqualTo("https://new.example.com/hooks");
        assertThat(changed.fields()).containsExactly("id", "updated_at");
        assertThat(changed.filter()).isEqualTo("id:1");
        assertThat(list()).containsExactly(changed);
    }

    @Test
    void fieldsAndFilterAreTakenAway() {
        Subscription created = create(new SubscriptionRequest("products/update", ADDRESS, List.of("id"), "id:1"));

        Subscription changed = update(created.id(), WANTED);

        assertThat(changed.fields()).isEmpty();
        assertThat(changed.filter()).isNull();
    }

    @Test
    void changeToATakenAddressIsRefused() {
        create(WANTED);
        Subscription second = create(SubscriptionRequest.of("products/update", ADDRESS + "/2"));

        assertFailure(subscriptions.update(access, second.id(), WANTED), Reason.ALREADY_TAKEN);
    }

    @Test
    void deletedSubscriptionIsGone() {
        long id = create(WANTED).id();

        subscriptions.delete(access, id).await().atMost(PATIENCE);

        assertThat(list()).isEmpty();
        assertFailure(subscriptions.delete(access, id), Reason.NOT_FOUND);
        assertFailure(subscriptions.update(access, id, WANTED), Reason.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST",
        "401,TOKEN_REFUSED",
        "402,SHOP_UNAVAILABLE",
        "403,SCOPE_MISSING",
        "404,SHOP_UNAVAILABLE",
        "423,SHOP_UNAVAILABLE",
        "500,SHOPIFY_ERROR",
        "502,SHOPIFY_ERROR",
        "503,SHOPIFY_ERROR"
    })
    void statusTellsTheReasonWithShopifysWords(int status, Reason reason) {
        shop.faults().add(Fault.status(status));

        assertFailure(subscriptions.list(access), reason).satisfies(SubscriptionsContract::hasWordsAndRequestId);

        shop.faults().replace(List.of(Fault.status(status).withErrorsByField()));

        assertFailure(adapter(endpoint()).list(access), reason)
                .satisfies(SubscriptionsContract::hasWordsAndRequestId)
                .hasMessageStartingWith("base: ");
    }

    @Test
    void revokedTokenIsToldAsSuch() {
        ShopAccess revoked = new ShopAccess(access.shopDomain(), Secret.of("shpat_old"));

        assertFailure(subscriptions.list(revoked), Reason.TOKEN_REFUSED)
                .hasMessageContaining("Invalid API key or access token")
                .hasMessageNotContaining("shpat_old");
    }

    @Test
    void tooManyCallsAreMadeAgainWhenShopifyAllows() {
        shop.faults().add(Fault.status(429).withRetryAfter("0.2").times(2));

        assertThat(create(WANTED).topic()).isEqualTo("products/update");
        assertThat(shop.calls().total()).isEqualTo(3);
    }

    @Test
    void tooManyCallsForEverAreAFailure() {
        shop.faults().add(Fault.status(429).withRetryAfter("0.1"));

        assertFailure(subscriptions.list(access), Reason.RATE_LIMITED);
        assertThat(shop.calls().total()).isEqualTo(6);
    }

    @Test
    void failuresOfShopifyAreOvercome() {
        shop.faults().add(Fault.status(502).times(1));
        shop.faults().add(Fault.close().times(1));

        long id = create(WANTED).id();

        assertThat(list()).extracting(Subscription::id).containsExactly(id);
    }

    @Test
    void silentShopIsUnreachableInTime() {
        shop.faults().add(Fault.hang());
        WebhookSubscriptions impatient = adapter(endpoint(), Duration.ofMillis(200));

        assertFailure(impatient.list(access), Reason.UNREACHABLE).hasMessageNotContaining(TOKEN);
        assertFailure(impatient.create(access, WANTED), Reason.UNREACHABLE);
        assertFailure(impatient.list(access), Reason.UNREACHABLE)
                .hasMessageContaining("no answer 5 times in a row")
                .hasMessageContaining("is tried again in 30 s");
        assertThat(shop.calls().total()).isEqualTo(5);
    }

    @Test
    void silentShopDoesNotSlowAnother() {
        shop.faults().add(Fault.hang());
        simulator.addShop("lively.myshopify.com", TOKEN);
        WebhookSubscriptions patient = adapter(endpoint(), Duration.ofSeconds(20));
        List<Cancellable> waiting = IntStream.range(0, 100)
                .mapToObj(i -> patient.list(access).subscribe().with(done -> {}, failed -> {}))
                .toList();
        long start = System.nanoTime();

        patient.list(new ShopAccess("lively.myshopify.com", Secret.of(TOKEN)))
                .await()
                .atMost(PATIENCE);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(shop.calls().total()).isLessThanOrEqualTo(4);
        waiting.forEach(Cancellable::cancel);
    }

    /** How near they come to what the limits allow is a matter of the gates alone, and tested there by their own clock. */
    @Test
    void fiftyShopsRegisterWithoutARefusalAndAFullOneDelaysNone() {
        List<ShopAccess> quiet = IntStream.range(0, 49)
                .mapToObj(i -> limited("shop-" + i + ".myshopify.com"))
                .toList();
        ShopAccess busy = limited("busy.myshopify.com");
        long start = System.nanoTime();

        Uni<Duration> all = creations(busy, creationsInTenSeconds()).map(done -> since(start));
        List<Uni<Duration>> each = quiet.stream()
                .map(one -> subscriptions
                        .list(one)
                        .flatMap(none -> creations(one, 3))
                        .map(done -> since(start)))
                .toList();
        List<Duration> times = Uni.join()
                .all(Stream.concat(Stream.of(all), each.stream()).toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(times.get(0)).isGreaterThan(Duration.ofSeconds(10));
        assertThat(times.subList(1, 50)).allSatisfy(time -> assertThat(time).isLessThan(times.get(0)));
        assertThat(quiet).allSatisfy(one -> assertThat(throttled(one)).isZero()).allSatisfy(one -> assertThat(has(one))
                .isEqualTo(3));
        assertThat(throttled(busy)).isZero();
        assertThat(has(busy)).isEqualTo(creationsInTenSeconds());
    }

    @Test
    void deprecationIsLoggedOnce() {
        shop.faults().add(Fault.deprecated("https://shopify.dev/gone"));

        try (LogRecorder log = LogRecorder.open()) {
            list();
            list();

            assertThat(log.lines().stream().filter(line -> line.contains("https://shopify.dev/gone")))
                    .hasSize(1);
        }
    }

    protected ShopifyEndpoint endpoint() {
        return ShopifyEndpoint.of(simulator.url() + "/{shop}", "2026-10");
    }

    protected List<Subscription> list() {
        return subscriptions.list(access).await().atMost(PATIENCE);
    }

    protected static AbstractThrowableAssert<?, ? extends Throwable> assertFailure(Uni<?> call, Reason reason) {
        return assertThatThrownBy(() -> call.await().atMost(PATIENCE))
                .isInstanceOfSatisfying(ShopifyException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(reason));
    }

    private static void hasWordsAndRequestId(Throwable failure) {
        assertThat(failure).message().isNotBlank().doesNotStartWith("Shopify answered");
        assertThat(((ShopifyException) failure).requestId()).isNotBlank();
    }

    private Subscription create(SubscriptionRequest wanted) {
        return subscriptions.create(access, wanted).await().atMost(PATIENCE);
    }

    private Subscription update(long id, SubscriptionRequest wanted) {
        return subscriptions.update(access, id, wanted).await().atMost(PATIENCE);
    }

    private ShopAccess limited(String domain) {
        simulator.addShop(domain, TOKEN).limits().change(smallestLimits());
        return new ShopAccess(domain, Secret.of(TOKEN));
    }

    private Uni<List<Subscription>> creations(ShopAccess at, int number) {
        List<Uni<Subscription>> calls = IntStream.range(0, number)
                .mapToObj(i -> SubscriptionRequest.of("products/update", ADDRESS + '/' + i))
                .map(wanted -> subscriptions.create(at, wanted))
                .toList();
        return Uni.join().all(calls).andFailFast();
    }

    private long throttled(ShopAccess at) {
        return simulator.shop(at.shopDomain()).calls().throttled();
    }

    private int has(ShopAccess at) {
        return simulator.shop(at.shopDomain()).subscriptions().all().size();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private long subscribe(int number) {
        ObjectNode webhook = JsonNodeFactory.instance
                .objectNode()
                .put("topic", "products/update")
                .put("address", ADDRESS + '/' + number)
                .put("format", "json");
        try {
            return shop.subscriptions().create(webhook, shop.now()).id();
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }
}

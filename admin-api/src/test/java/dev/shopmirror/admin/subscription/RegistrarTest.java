package dev.shopmirror.admin.subscription;

import static dev.shopmirror.admin.subscription.FakeShop.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.store.Store;

/** What happens between a list and the last call, when Shopify refuses, somebody else is faster, or all ends. */
class RegistrarTest {

    private static final WebhookBaseUrl NOW = WebhookBaseUrl.of("https://now.example.com");
    private static final WebhookBaseUrl THEN = WebhookBaseUrl.of("https://then.example.com");
    private static final WantedWebhook CREATE = wanted("products/create");
    private static final WantedWebhook UPDATE = wanted("products/update");
    private static final Subscription OLD = at(THEN, 7, "products/update");

    private final FakeShop shop = new FakeShop();
    private final FakeDatabase database = new FakeDatabase();
    private final List<String> journal = new ArrayList<>();

    @Test
    void missingIsCreatedRecordedAndWrittenDown() {
        Registration done = register(UPDATE);

        assertThat(done.created()).extracting(Subscription::topic).containsExactly("products/update");
        assertThat(database.baseUrls).containsValue(NOW.value()).hasSize(1);
        assertThat(journal).last().asString().startsWith("Webhook created").contains("topic=products/update");
    }

    @Test
    void failedTopicLeavesTheOthersStanding() {
        shop.refuses("create products/create", Reason.RATE_LIMITED);

        Registration done = register(CREATE, UPDATE);

        assertThat(done.created()).extracting(Subscription::topic).containsExactly("products/update");
        assertThat(done.errors())
                .containsExactly(new Failure("products/create", null, "rate_limited", "words", "id-1"));
    }

    @Test
    void tokenThatIsLostOnTheWayLeavesWhatWasDone() {
        shop.refuses(
                "create products/update", ProblemException.of(Problem.STORE_NOT_ACTIVE, "The store is disconnected"));

        Registration done = register(CREATE, UPDATE);

        assertThat(done.created()).extracting(Subscription::topic).containsExactly("products/create");
        assertThat(done.errors()).extracting(Failure::code).containsExactly("store_not_active");
    }

    @Test
    void takenInTheMeantimeCountsAsExisting() {
        SubscriptionPlan plan = plan(UPDATE);
        shop.has(at(NOW, 8, "products/update"));

        Registration done = carryOut(plan);

        assertThat(done.created()).isEmpty();
        assertThat(done.existing()).extracting(Subscription::id).containsExactly(8L);
        assertThat(done.errors()).isEmpty();
        assertThat(database.baseUrls).containsKey(8L);
        assertThat(journal)
                .last()
                .asString()
                .startsWith("Webhook found in place")
                .contains("webhookId=8");
    }

    @Test
    void creationWhoseAnswerWasLostAsksForABackfillToo() {
        shop.losesAnswer("create products/update");

        Registration done = register(UPDATE);

        assertThat(done.existing()).extracting(Subscription::topic).containsExactly("products/update");
        assertThat(database.needsBackfill).isTrue();
        assertThat(journal).anyMatch(line -> line.startsWith("Webhook found in place"));
    }

    @Test
    void takenWithOtherFieldsIsCorrected() {
        WantedWebhook trimmed = new WantedWebhook(UPDATE.topic(), UPDATE.address(), List.of("id", "updated_at"), null);
        SubscriptionPlan plan = plan(trimmed);
        shop.has(at(NOW, 8, "products/update"));

        Registration done = carryOut(plan);

        assertThat(done.existing()).isEmpty();
        assertThat(done.updated()).extracting(Subscription::fields).containsExactly(List.of("id", "updated_at"));
    }

    @Test
    void endBetweenTwoCreationsLosesNoMark() {
        shop.refuses("create products/update", new IllegalStateException("killed"));

        assertThat(catchThrowable(() -> register(CREATE, UPDATE))).hasMessage("killed");

        assertThat(shop.all()).hasSize(1);
        assertThat(database.needsBackfill).isTrue();
    }

    @Test
    void takenButNotShownIsAnErrorInShopifysWords() {
        shop.refuses("create products/update", Reason.ALREADY_TAKEN);

        assertThat(register(UPDATE).errors())
                .containsExactly(new Failure("products/update", null, "already_taken", "words", "id-1"));
    }

    @Test
    void newOneIsMadeBeforeTheOldOneGoes() {
        shop.has(OLD);
        remembered(OLD, THEN);

        Registration done = register(UPDATE);

        assertThat(shop.calls).containsExactly("create products/update", "delete 7");
        assertThat(done.created()).extracting(Subscription::address).containsExactly(UPDATE.address());
        assertThat(done.removed()).containsExactly(OLD);
        assertThat(database.baseUrls).doesNotContainKey(7L);
    }

    @Test
    void oldOneStaysWhenTheNewOneIsRefused() {
        shop.has(OLD, at(THEN, 6, "products/create"));
        remembered(OLD, THEN);
        shop.refuses("create products/update", Reason.INVALID_TOPIC);

        Registration done = register(CREATE, UPDATE);

        assertThat(shop.all()).contains(OLD).doesNotContain(at(THEN, 6, "products/create"));
        assertThat(done.errors()).extracting(Failure::topic).containsExactly("products/update");
    }

    @Test
    void crashBetweenBothIsFinishedByTheNextRegistration() {
        shop.has(OLD);
        remembered(OLD, THEN);
        shop.refuses("delete 7", new IllegalStateException("killed"));
        assertThat(catchThrowable(() -> register(UPDATE))).hasMessage("killed");
        assertThat(shop.all()).hasSize(2);

        shop.refusesNothing();
        shop.calls.clear();
        Registration done = register(UPDATE);

        assertThat(shop.calls).containsExactly("delete 7");
        assertThat(done.created()).isEmpty();
        assertThat(done.removed()).containsExactly(OLD);
        assertThat(shop.all()).extracting(Subscription::address).containsExactly(UPDATE.address());
    }

    @Test
    void oldOneThatCannotBeDeletedIsSaidAndTriedAgain() {
        shop.has(OLD);
        remembered(OLD, THEN);
        shop.refuses("delete 7", Reason.SHOPIFY_ERROR);

        Registration done = register(UPDATE);

        assertThat(done.created()).hasSize(1);
        assertThat(done.errors()).extracting(Failure::webhookId).containsExactly(7L);
        shop.refusesNothing();
        assertThat(register(UPDATE).removed()).containsExactly(OLD);
    }

    @Test
    void otherFieldsAreChangedInPlace() {
        shop.has(at(NOW, 8, "products/update"));
        WantedWebhook trimmed = new WantedWebhook(UPDATE.topic(), UPDATE.address(), List.of("id", "updated_at"), null);

        Registration done = register(trimmed);

        assertThat(shop.calls).containsExactly("update 8");
        assertThat(done.updated()).extracting(Subscription::fields).containsExactly(List.of("id", "updated_at"));
    }

    @Test
    void filterThatShopifyDoesNotShowIsAnErrorAndNoChange() {
        shop.has(at(NOW, 8, "products/update")).dropsFilters = true;

        Registration done = register(new WantedWebhook(UPDATE.topic(), UPDATE.address(), List.of(), "status:active"));

        assertThat(done.updated()).isEmpty();
        assertThat(done.errors()).extracting(Failure::code).containsExactly("not_as_wanted");
        assertThat(journal).isEmpty();
    }

    @Test
    void whatIsGoneBeforeItCouldBeChangedIsCreated() {
        shop.has(at(NOW, 8, "products/update"));
        SubscriptionPlan plan = plan(new WantedWebhook(UPDATE.topic(), UPDATE.address(), List.of("id"), null));
        shop.subscriptions.clear();

        assertThat(carryOut(plan).created()).extracting(Subscription::fields).containsExactly(List.of("id"));
        assertThat(database.needsBackfill).isTrue();
    }

    @Test
    void recreationAsksForABackfillAndAMoveDoesNot() {
        shop.has(OLD);
        remembered(OLD, THEN);
        register(UPDATE);
        assertThat(database.needsBackfill).isFalse();

        shop.subscriptions.clear();
        register(UPDATE);

        assertThat(database.needsBackfill).isTrue();
        assertThat(journal).filteredOn(line -> line.startsWith("Store marked")).hasSize(1);
    }

    @Test
    void goneInTheMeantimeCountsAsDeleted() {
        Registration done = remover()
                .removeAll(errand(), List.of(at(NOW, 8, "products/update")))
                .await()
                .indefinitely();

        assertThat(done.removed()).extracting(Subscription::id).containsExactly(8L);
        assertThat(done.errors()).isEmpty();
        assertThat(journal).isEmpty();
    }

    @Test
    void deletionThatIsRefusedLeavesTheOthersToGo() {
        Subscription first = at(NOW, 8, "products/update");
        Subscription second = at(NOW, 9, "products/create");
        shop.has(first, second).refuses("delete 8", Reason.RATE_LIMITED);

        Registration done =
                remover().removeAll(errand(), List.of(first, second)).await().indefinitely();

        assertThat(done.removed()).containsExactly(second);
        assertThat(done.errors()).containsExactly(new Failure("products/update", 8L, "rate_limited", "words", "id-1"));
    }

    @Test
    void healingIsSwitchedOffOnceAndSaidOnce() {
        remover().stopHealing(errand()).await().indefinitely();
        remover().stopHealing(errand()).await().indefinitely();

        assertThat(database.heals).isFalse();
        assertThat(journal).hasSize(1);
    }

    private Registration register(WantedWebhook... wanted) {
        return carryOut(plan(wanted));
    }

    private SubscriptionPlan plan(WantedWebhook... wanted) {
        Ownership ownership = Ownership.of(database.baseUrls.keySet(), List.of(THEN.value()), NOW);
        return SubscriptionPlan.of(List.of(wanted), shop.all(), ownership);
    }

    private Registration carryOut(SubscriptionPlan plan) {
        WebhookTarget target = new WebhookTarget(NOW, List.of(), List.of(), false);
        return new Registrar(shop, database.records(), database.columns(), remover(), target)
                .carryOut(errand(), plan)
                .await()
                .indefinitely();
    }

    private Remover remover() {
        return new Remover(shop, database.records(), database.columns());
    }

    private Errand errand() {
        return new Errand(new Store() {}, (change, details) -> journal.add(change + " " + details));
    }

    private void remembered(Subscription subscription, WebhookBaseUrl url) {
        database.baseUrls.put(subscription.id(), url.value());
    }

    private static WantedWebhook wanted(String topic) {
        return WantedWebhook.of(topic, NOW.addressOf(topic));
    }

    private static Subscription at(WebhookBaseUrl url, long id, String topic) {
        return subscription(id, topic, url.addressOf(topic));
    }
}

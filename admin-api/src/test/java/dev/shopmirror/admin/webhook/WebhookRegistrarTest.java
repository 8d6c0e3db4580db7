package dev.shopmirror.admin.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
import dev.shopmirror.admin.store.Store;

/** What happens between a list and a creation, when somebody else registers too. */
class WebhookRegistrarTest {

    private static final WebhookBaseUrl BASE = WebhookBaseUrl.of("https://a.example.com");
    private static final WantedWebhook WANTED = new WantedWebhook("products/update", BASE.addressOf("products/update"));
    private static final Subscription THERE =
            new Subscription(7, WANTED.topic(), WANTED.address(), "json", List.of(), null, null, null, null);

    private final Queue<List<Subscription>> lists = new ArrayDeque<>();
    private final List<Long> recorded = new ArrayList<>();

    @Test
    void takenInTheMeantimeCountsAsExisting() {
        lists.add(List.of());
        lists.add(List.of(THERE));

        Registration done = registerAgainst(Reason.ALREADY_TAKEN);

        assertThat(done.created()).isEmpty();
        assertThat(done.existing()).containsExactly(THERE);
        assertThat(done.errors()).isEmpty();
        assertThat(recorded).containsExactly(7L);
    }

    @Test
    void takenButNotShownIsAnErrorInShopifysWords() {
        lists.add(List.of());
        lists.add(List.of());

        Registration done = registerAgainst(Reason.ALREADY_TAKEN);

        assertThat(done.errors()).containsExactly(new TopicError("products/update", "already_taken", "words", "id-1"));
        assertThat(recorded).isEmpty();
    }

    @Test
    void otherRefusalsAreNotListedAgain() {
        lists.add(List.of());

        Registration done = registerAgainst(Reason.RATE_LIMITED);

        assertThat(done.errors()).extracting(TopicError::code).containsExactly("rate_limited");
    }

    @Test
    void withoutAListNothingIsCreated() {
        assertThatThrownBy(() -> registerAgainst(Reason.TOKEN_REFUSED)).isInstanceOf(ShopifyException.class);
    }

    private Registration registerAgainst(Reason refusal) {
        return registrar(refusal)
                .register(new Store() {}, new ShopAccess("acme.myshopify.com", Secret.of("shpat_1")), List.of(WANTED))
                .await()
                .indefinitely();
    }

    private WebhookRegistrar registrar(Reason refusal) {
        ShopifyException failure = new ShopifyException(refusal, "words", "id-1");
        WebhookSubscriptions shopify = new WebhookSubscriptions() {
            @Override
            public Uni<List<Subscription>> list(ShopAccess shop) {
                return lists.isEmpty()
                        ? Uni.createFrom().failure(failure)
                        : Uni.createFrom().item(lists.remove());
            }

            @Override
            public Uni<Subscription> create(ShopAccess shop, SubscriptionRequest wanted) {
                return Uni.createFrom().failure(failure);
            }

            @Override
            public Uni<Subscription> update(ShopAccess shop, long id, SubscriptionRequest wanted) {
                return Uni.createFrom().failure(failure);
            }

            @Override
            public Uni<Void> delete(ShopAccess shop, long id) {
                return Uni.createFrom().failure(failure);
            }
        };
        RecordedWebhooks records = new RecordedWebhooks() {
            @Override
            Uni<Void> record(UUID storeId, Subscription subscription, WebhookBaseUrl baseUrl) {
                recorded.add(subscription.id());
                return Uni.createFrom().voidItem();
            }
        };
        AuditLog audit = new AuditLog(new NobodysToken());
        WebhookTarget target = new WebhookTarget(BASE, List.of("products/update"), false);
        return new WebhookRegistrar(shopify, records, target, audit);
    }

    private static final class NobodysToken implements JsonWebToken {
        @Override
        public String getName() {
            return null;
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of();
        }

        @Override
        public <T> T getClaim(String name) {
            return null;
        }
    }
}

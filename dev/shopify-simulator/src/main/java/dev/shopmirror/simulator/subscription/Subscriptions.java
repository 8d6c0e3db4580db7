package dev.shopmirror.simulator.subscription;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Moment;

/** One shop's subscriptions. Topic and address together are unique, as at Shopify. */
public final class Subscriptions {

    private final ConcurrentNavigableMap<Long, Subscription> byId = new ConcurrentSkipListMap<>();
    private final IdSequence ids;
    private final String apiVersion;
    private final AddressRules addresses;
    private final Predicate<String> topicAllowed;

    /**
     * @param localhostAllowed see {@link AddressRules}
     * @param topicAllowed whether the app's scopes suffice for a topic
     */
    public Subscriptions(IdSequence ids, String apiVersion, boolean localhostAllowed, Predicate<String> topicAllowed) {
        this.ids = ids;
        this.apiVersion = apiVersion;
        this.addresses = new AddressRules(localhostAllowed);
        this.topicAllowed = topicAllowed;
    }

    /**
     * @param webhook the {@code webhook} object of the request's body
     * @throws Refused with Shopify's 422 messages
     */
    public synchronized Subscription create(ObjectNode webhook, Moment now) throws Refused {
        SubscriptionRequest request = new SubscriptionRequest(webhook);
        request.checkForCreate(addresses, topicAllowed);
        URI address = URI.create(request.address());
        long id = ids.nextSmall();
        refuseTaken(id, request.topic(), address);
        refuseTakenName(id, request);
        Subscription subscription = new Subscription(
                id,
                request.topic(),
                address,
                request.texts("fields").orElse(List.of()),
                request.texts("metafield_namespaces").orElse(List.of()),
                request.text("filter").orElse(null),
                request.text("name").orElse(null),
                time(now),
                time(now),
                apiVersion);
        byId.put(id, subscription);
        return subscription;
    }

    /**
     * Changes address, fields, namespaces, filter or name; null or blank takes the last two away. A topic in the body
     * is passed over. Deliveries under way keep the old address.
     *
     * @return empty for an unknown id
     * @throws Refused with Shopify's 422 messages
     */
    public synchronized Optional<Subscription> update(long id, ObjectNode webhook, Moment now) throws Refused {
        Subscription old = byId.get(id);
        if (old == null) {
            return Optional.empty();
        }
        SubscriptionRequest request = new SubscriptionRequest(webhook);
        request.checkForUpdate(addresses);
        URI address = webhook.has("address") ? URI.create(request.address()) : old.address();
        refuseTaken(id, old.topic(), address);
        refuseTakenName(id, request);
        Subscription subscription = new Subscription(
                id,
                old.topic(),
                address,
                request.texts("fields").orElse(old.fields()),
                request.texts("metafield_namespaces").orElse(old.metafieldNamespaces()),
                webhook.has("filter") ? request.text("filter").orElse(null) : old.filter(),
                webhook.has("name") ? request.text("name").orElse(null) : old.name(),
                old.createdAt(),
                time(now),
                old.apiVersion());
        byId.put(id, subscription);
        return Optional.of(subscription);
    }

    /** One subscription. */
    public Optional<Subscription> get(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether there was one to remove. */
    public boolean remove(long id) {
        return byId.remove(id) != null;
    }

    /** As when the app is uninstalled. */
    public void removeAll() {
        byId.clear();
    }

    /** All of them, by id. */
    public List<Subscription> all() {
        return List.copyOf(byId.values());
    }

    /** Those that an event of this topic is delivered to. */
    public List<Subscription> of(String topic) {
        return byId.values().stream()
                .filter(subscription -> subscription.topic().equals(topic))
                .toList();
    }

    private void refuseTaken(long id, String topic, URI address) throws Refused {
        boolean taken = of(topic).stream()
                .anyMatch(other -> other.id() != id && other.address().equals(address));
        if (taken) {
            throw new Refused("address", "for this topic has already been taken");
        }
    }

    private void refuseTakenName(long id, SubscriptionRequest request) throws Refused {
        boolean taken = request.text("name").isPresent()
                && byId.values().stream()
                        .anyMatch(other ->
                                other.id() != id && request.text("name").get().equals(other.name()));
        if (taken) {
            throw new Refused("name", "Name already exists, no duplicate allowed");
        }
    }

    private static OffsetDateTime time(Moment moment) {
        return OffsetDateTime.parse(moment.text());
    }
}

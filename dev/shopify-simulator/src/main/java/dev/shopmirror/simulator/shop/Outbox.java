package dev.shopmirror.simulator.shop;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.courier.Delivery;
import dev.shopmirror.simulator.courier.ShopEvent;
import dev.shopmirror.simulator.courier.Target;
import dev.shopmirror.simulator.delivery.Deliveries;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.resource.Moment;
import dev.shopmirror.simulator.resource.TriggerClock;
import dev.shopmirror.simulator.subscription.Subscription;
import dev.shopmirror.simulator.subscription.Subscriptions;

/** Makes deliveries of a shop's events: to whom, under which ids, and when it was. */
final class Outbox {

    private final TriggerClock clock = new TriggerClock(Clock.systemUTC());
    private final String domain;
    private final ShopSettings settings;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private volatile @Nullable URI complianceAddress;

    Outbox(String domain, ShopSettings settings, Subscriptions subscriptions, Deliveries deliveries) {
        this.domain = domain;
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.complianceAddress = settings.complianceAddress();
    }

    String domain() {
        return domain;
    }

    String apiVersion() {
        return settings.apiVersion();
    }

    Moment now() {
        return at(clock.next());
    }

    Moment at(Instant instant) {
        return new Moment(instant, settings.offset());
    }

    @Nullable
    URI complianceAddress() {
        return complianceAddress;
    }

    void complianceAddress(@Nullable URI address) {
        if (address != null) {
            complianceTarget(address);
        }
        this.complianceAddress = address;
    }

    /** An id for all events of one merchant action. */
    static String newAction() {
        return UUID.randomUUID().toString();
    }

    ShopEvent event(String topic, Moment moment) {
        return new ShopEvent(domain, topic, newAction(), null, moment.instant());
    }

    ShopEvent event(String topic, String action, @Nullable Long productId, Moment moment) {
        return new ShopEvent(domain, topic, action, productId, moment.instant());
    }

    /** To those subscribed; their webhook ids. */
    List<String> fire(ShopEvent event, ObjectNode body) {
        List<Delivery> wanted = new ArrayList<>();
        for (Subscription subscription : subscriptions.of(event.topic())) {
            ObjectNode trimmed = trimmed(body, subscription.fields());
            if (subscription.wants(trimmed)) {
                wanted.add(Delivery.of(event, Target.of(subscription), trimmed));
            }
        }
        return accept(wanted);
    }

    /** To the address in the app's configuration, if there is one. */
    List<String> fireCompliance(ShopEvent event, ObjectNode body) {
        return accept(Optional.ofNullable(complianceAddress).stream()
                .map(address -> Delivery.of(event, complianceTarget(address), body))
                .toList());
    }

    List<String> send(RawDelivery raw) {
        ShopEvent event = new ShopEvent(
                domain,
                raw.topic(),
                raw.eventId().orElseGet(Outbox::newAction),
                null,
                raw.triggeredAt().orElseGet(clock::next));
        Map<String, Optional<String>> headers = raw.headers();
        return accept(targets(raw).stream()
                .map(target -> new Delivery(
                        event,
                        target,
                        raw.webhookId().orElseGet(() -> UUID.randomUUID().toString()),
                        headers,
                        raw.body()))
                .toList());
    }

    private List<Target> targets(RawDelivery raw) {
        List<Target> targets = raw.address()
                .map(address -> List.of(Target.configured(address, settings.apiVersion())))
                .orElseGet(() ->
                        subscriptions.of(raw.topic()).stream().map(Target::of).toList());
        if (targets.isEmpty()) {
            throw new InvalidBody("nobody is subscribed to " + raw.topic() + ": give an address");
        }
        return targets;
    }

    private Target complianceTarget(URI address) {
        return Target.configured(address, settings.apiVersion());
    }

    private List<String> accept(List<Delivery> made) {
        deliveries.accept(made);
        return made.stream().map(Delivery::webhookId).toList();
    }

    private static ObjectNode trimmed(ObjectNode whole, Collection<String> fields) {
        return fields.isEmpty() ? whole : whole.deepCopy().retain(fields);
    }
}

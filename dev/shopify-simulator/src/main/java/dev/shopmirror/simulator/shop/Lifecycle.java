package dev.shopmirror.simulator.shop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Moment;
import dev.shopmirror.simulator.subscription.Subscriptions;

/**
 * What happens to the app's installation and to the shop itself. Methods that send return the webhook ids, none where
 * nobody is subscribed or no compliance address is configured.
 */
public final class Lifecycle {

    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Installation installation;
    private final ShopProfile profile;
    private final ComplianceBody compliance;

    /** Null for the present. */
    private final @Nullable Instant triggeredAt;

    Lifecycle(Outbox outbox, Subscriptions subscriptions, IdSequence ids, Installation installation) {
        this(
                outbox,
                subscriptions,
                installation,
                new ShopProfile(outbox.domain(), outbox.now()),
                new ComplianceBody(ShopProfile.id(outbox.domain()), outbox.domain(), ids),
                null);
    }

    private Lifecycle(
            Outbox outbox,
            Subscriptions subscriptions,
            Installation installation,
            ShopProfile profile,
            ComplianceBody compliance,
            @Nullable Instant triggeredAt) {
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.installation = installation;
        this.profile = profile;
        this.compliance = compliance;
        this.triggeredAt = triggeredAt;
    }

    /** The same shop, whose events tell this moment as {@code X-Shopify-Triggered-At}. */
    public Lifecycle at(Instant moment) {
        Instant told = moment.truncatedTo(ChronoUnit.MICROS);
        return new Lifecycle(outbox, subscriptions, installation, profile, compliance, told);
    }

    /** Whether the app is installed; a shop begins with it. */
    public boolean isInstalled() {
        return installation.isThere();
    }

    /**
     * {@code app/uninstalled} is sent, then all subscriptions are deleted and no token opens the Admin API. At a moment
     * before the installation it is only an event come late: sent to those subscribed now, and nothing else.
     *
     * @throws InvalidBody when the app is not installed
     */
    public List<String> uninstall() {
        if (!installation.isThere()) {
            throw new InvalidBody("the app is not installed");
        }
        Moment moment = moment();
        List<String> sent = outbox.fire(outbox.event("app/uninstalled", moment), shop());
        if (!installation.isAfter(moment.instant())) {
            installation.end();
            subscriptions.removeAll();
        }
        return sent;
    }

    /** From now on this token, and no other, opens the Admin API. Nothing is sent, and no subscription comes back. */
    public void install(String token) {
        installation.install(token, outbox.now().instant());
    }

    /**
     * Whether the app has the scope, itself or as the right to write. Before {@link #changeScopes} every scope counts as
     * granted.
     */
    public boolean allows(String scope) {
        return installation.holds(scope);
    }

    /** The scopes that the merchant has granted. */
    public List<String> scopes() {
        return installation.scopes();
    }

    /** Grants these scopes and no others; {@code app/scopes_update} is sent. */
    public List<String> changeScopes(List<String> granted) {
        Moment moment = moment();
        ObjectNode body = Json.NODES.objectNode();
        body.put("id", compliance.ids().next());
        body.put("shop_id", "gid://shopify/Shop/" + compliance.shopId());
        body.set("previous", Json.texts(installation.scopes()));
        body.set("current", Json.texts(granted));
        body.put("updated_at", moment.utcText());
        installation.scopes(granted);
        return outbox.fire(outbox.event("app/scopes_update", moment), body);
    }

    /** The shop object. */
    public ObjectNode shop() {
        synchronized (profile) {
            return profile.shop();
        }
    }

    /**
     * Changes fields of the shop object; {@code shop/update} is sent with all of it. At a moment before the latest change
     * it is only an event come late.
     *
     * @param given fields to change; unknown ones are kept
     * @throws InvalidBody when a field cannot be used
     */
    public List<String> change(ObjectNode given) {
        synchronized (profile) {
            Moment moment = moment();
            return outbox.fire(outbox.event("shop/update", moment), profile.change(given, moment));
        }
    }

    /** {@code shop/redact}, whether the app is installed or not. */
    public List<String> redactShop() {
        return outbox.fireCompliance(outbox.event("shop/redact", moment()), compliance.shop());
    }

    /**
     * {@code customers/data_request}.
     *
     * @param given any of {@code customer}, {@code orders_requested}, {@code data_request}
     */
    public List<String> requestCustomerData(ObjectNode given) {
        return outbox.fireCompliance(outbox.event("customers/data_request", moment()), compliance.dataRequest(given));
    }

    /**
     * {@code customers/redact}.
     *
     * @param given any of {@code customer}, {@code orders_to_redact}
     */
    public List<String> redactCustomer(ObjectNode given) {
        return outbox.fireCompliance(outbox.event("customers/redact", moment()), compliance.redact(given));
    }

    private Moment moment() {
        return triggeredAt == null ? outbox.now() : outbox.at(triggeredAt);
    }
}

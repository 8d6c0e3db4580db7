package dev.shopmirror.simulator.courier;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.subscription.Subscription;

/**
 * Where a delivery goes, fixed when it was triggered.
 *
 * @param subscriptionId {@link #NO_SUBSCRIPTION} for addresses of the app's configuration, which have no id
 * @param apiVersion the body is written in
 * @param name the subscription's; null for none
 */
public record Target(
        long subscriptionId,
        URI address,
        String apiVersion,
        @Nullable String name) {

    /** No subscription has this id. */
    public static final long NO_SUBSCRIPTION = 0;

    /** @throws InvalidBody when nothing can be posted to the address */
    public Target {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new InvalidBody("address must be an http or https URL with a host: " + address);
        }
    }

    /** The address that a subscription has now. */
    public static Target of(Subscription subscription) {
        return new Target(subscription.id(), subscription.address(), subscription.apiVersion(), subscription.name());
    }

    /** An address that no subscription stands for. */
    public static Target configured(URI address, String apiVersion) {
        return new Target(NO_SUBSCRIPTION, address, apiVersion, null);
    }
}

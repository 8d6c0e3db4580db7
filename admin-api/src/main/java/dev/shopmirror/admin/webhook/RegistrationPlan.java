package dev.shopmirror.admin.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.shopify.Subscription;

/**
 * What it takes to get from the subscriptions Shopify has to those that are wanted. Whatever is at Shopify and is not
 * wanted is left alone: another part of the app, or another app of the merchant, may live on it.
 *
 * @param create wanted and not there
 * @param existing wanted and there, in the order of what is wanted
 * @param foreign there and not wanted
 */
record RegistrationPlan(List<WantedWebhook> create, List<Subscription> existing, List<Subscription> foreign) {

    static RegistrationPlan of(List<WantedWebhook> wanted, List<Subscription> actual) {
        List<WantedWebhook> create = new ArrayList<>();
        List<Subscription> existing = new ArrayList<>();
        for (WantedWebhook webhook : wanted) {
            find(webhook, actual).ifPresentOrElse(existing::add, () -> create.add(webhook));
        }
        List<Subscription> foreign =
                actual.stream().filter(one -> !existing.contains(one)).toList();
        return new RegistrationPlan(List.copyOf(create), List.copyOf(existing), foreign);
    }

    static Optional<Subscription> find(WantedWebhook wanted, List<Subscription> actual) {
        return actual.stream()
                .filter(one -> one.delivers(wanted.topic(), wanted.address()))
                .findFirst();
    }
}

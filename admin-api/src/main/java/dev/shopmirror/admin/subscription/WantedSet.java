package dev.shopmirror.admin.subscription;

import java.util.ArrayList;
import java.util.List;

import dev.shopmirror.admin.destination.Judgement;
import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.wanted.WantedTopic;

/**
 * What a store should have, judged.
 *
 * @param webhooks to be had
 * @param refused wanted, but never asked of Shopify
 * @param warnings what an operator should know of the rest
 */
public record WantedSet(List<WantedWebhook> webhooks, List<Failure> refused, List<String> warnings) {

    static WantedSet of(List<WantedTopic> topics, WebhookTarget target) {
        List<WantedWebhook> webhooks = new ArrayList<>();
        List<Failure> refused = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (WantedTopic topic : topics) {
            Judgement judgement = target.judge(topic);
            if (judgement.isRefused()) {
                refused.add(Failure.of(judgement));
            } else {
                webhooks.add(target.webhook(topic));
                warnings.addAll(judgement.warnings());
            }
        }
        return new WantedSet(List.copyOf(webhooks), List.copyOf(refused), List.copyOf(warnings));
    }

    /**
     * For one call that names topics itself. What it does not change is what the store wants in general: such a
     * subscription is nobody's wish afterwards, and that is said.
     */
    static WantedSet ofNamed(List<String> named, List<WantedTopic> ofStore, WebhookTarget target) {
        List<WantedTopic> topics = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (String name : named.stream().distinct().toList()) {
            WantedTopic general = ofStore.stream()
                    .filter(one -> one.topic().equals(name))
                    .findFirst()
                    .orElse(null);
            topics.add(general == null ? WantedTopic.of(name) : general);
            if (general == null && !target.judge(WantedTopic.of(name)).isRefused()) {
                warnings.add(name + " is not among the store's wantedWebhooks: nobody watches over it, and it is"
                        + " planned as unwanted, until they name it");
            }
        }
        WantedSet set = of(topics, target);
        warnings.addAll(set.warnings());
        return new WantedSet(set.webhooks(), set.refused(), List.copyOf(warnings));
    }
}

package dev.shopmirror.admin.destination;

import java.util.List;

import dev.shopmirror.admin.wanted.WantedTopic;
import dev.shopmirror.event.EventTopics;

/**
 * What is known of a wanted topic before Shopify is asked.
 *
 * @param code why it is refused, stable; null when it is not
 * @param refusal the same for people, with the way out; null when it is not refused
 * @param warnings what an operator should know although it is not refused
 */
public record Judgement(WantedTopic wanted, String code, String refusal, List<String> warnings) {

    static Judgement of(WantedTopic wanted, KnownTopics known) {
        String topic = wanted.topic();
        if (KnownTopics.isCompliance(topic)) {
            return refused(
                    wanted,
                    "compliance_topic",
                    topic + " cannot be subscribed to: declare it as compliance_topics in shopify.app.toml");
        }
        if (!known.contains(topic) && known.nearest(topic).isPresent()) {
            return refused(
                    wanted,
                    "misspelt_topic",
                    "Shopify has no topic " + topic + " that is known here; did you mean "
                            + known.nearest(topic).orElseThrow() + "? If it is new, add it to WEBHOOK_KNOWN_TOPICS");
        }
        return FieldsRule.refusal(wanted)
                .map(why -> refused(wanted, "fields_insufficient", why))
                .orElseGet(() -> new Judgement(wanted, null, null, warnings(wanted, known)));
    }

    public boolean isRefused() {
        return refusal != null;
    }

    private static Judgement refused(WantedTopic wanted, String code, String why) {
        return new Judgement(wanted, code, why, List.of());
    }

    private static List<String> warnings(WantedTopic wanted, KnownTopics known) {
        if (!known.contains(wanted.topic())) {
            return List.of(wanted.topic() + " is not among the topics known here: Shopify decides");
        }
        if (wanted.filter() != null && EventTopics.APPLIED.contains(wanted.topic())) {
            return List.of("The filter of " + wanted.topic()
                    + " keeps events away from the mirror: what no longer matches stays as it was last delivered");
        }
        return List.of();
    }
}

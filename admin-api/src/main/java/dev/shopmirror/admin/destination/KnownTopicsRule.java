package dev.shopmirror.admin.destination;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.wanted.WantedTopic;
import dev.shopmirror.admin.wanted.WantedTopicsRule;

/** What a registration would refuse is refused before it is stored. */
@ApplicationScoped
class KnownTopicsRule implements WantedTopicsRule {

    private final WebhookTarget target;

    KnownTopicsRule(WebhookTarget target) {
        this.target = target;
    }

    @Override
    public List<InvalidField> violations(List<WantedTopic> wanted) {
        List<InvalidField> found = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Judgement judgement = target.judge(wanted.get(i));
            if (judgement.isRefused()) {
                String field = judgement.code().equals("fields_insufficient") ? "fields" : "topic";
                found.add(new InvalidField("wantedWebhooks[" + i + "]." + field, judgement.refusal()));
            }
        }
        return found;
    }
}

package dev.shopmirror.admin.wanted;

import java.util.List;

import dev.shopmirror.admin.problem.InvalidField;

/** A bean that has its say before a store's wanted subscriptions are stored. */
public interface WantedTopicsRule {

    /** What is wrong; a field is named as {@code wantedWebhooks[0].topic}. */
    List<InvalidField> violations(List<WantedTopic> wanted);
}

package dev.shopmirror.admin.webhook;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.shopify.Subscription;

/** The answer to a registration; {@code success} is false when any topic failed. */
record RegisterAnswer(
        boolean success,

        @Schema(examples = "Registered 3 webhook(s) for store Acme")
        String message,

        Data data) {

    @Schema(name = "RegisterData")
    record Data(List<RegisteredWebhook> created, List<RegisteredWebhook> existing, List<TopicError> errors) {}

    static RegisterAnswer of(String storeName, Registration done) {
        Data data = new Data(views(done.created()), views(done.existing()), done.errors());
        return new RegisterAnswer(done.errors().isEmpty(), message(storeName, data), data);
    }

    private static String message(String storeName, Data data) {
        StringBuilder message = new StringBuilder(
                "Registered %d webhook(s) for store %s".formatted(data.created().size(), storeName));
        if (!data.existing().isEmpty()) {
            message.append(", ").append(data.existing().size()).append(" already existed");
        }
        if (!data.errors().isEmpty()) {
            message.append(", ").append(data.errors().size()).append(" failed");
        }
        return message.toString();
    }

    private static List<RegisteredWebhook> views(List<Subscription> subscriptions) {
        return subscriptions.stream().map(RegisteredWebhook::of).toList();
    }
}

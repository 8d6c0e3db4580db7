package dev.shopmirror.admin.webhook;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.Registration;
import dev.shopmirror.admin.subscription.WantedSet;

/** The answer to a registration; {@code success} is false when any topic failed. */
record RegisterAnswer(
        boolean success,

        @Schema(examples = "Registered 3 webhook(s) for store Acme")
        String message,

        Data data) {

    @Schema(name = "RegisterData")
    record Data(
            List<RegisteredWebhook> created,

            @Schema(description = "Were there as wanted") List<RegisteredWebhook> existing,

            @Schema(description = "Were there with other fields or another filter")
            List<RegisteredWebhook> updated,

            @Schema(description = "Delivered to a former base URL, and were deleted once their successor was there")
            List<RegisteredWebhook> removed,

            List<TopicError> errors,
            List<String> warnings) {}

    static RegisterAnswer of(String storeName, WantedSet wanted, Registration done) {
        List<Failure> errors =
                Stream.concat(wanted.refused().stream(), done.errors().stream()).toList();
        Data data = new Data(
                views(done.created()),
                views(done.existing()),
                views(done.updated()),
                views(done.removed()),
                errors.stream().map(TopicError::of).toList(),
                wanted.warnings());
        return new RegisterAnswer(errors.isEmpty(), message(storeName, data), data);
    }

    private static String message(String storeName, Data data) {
        return "Registered %d webhook(s) for store %s".formatted(data.created().size(), storeName)
                + part(data.existing(), "already existed")
                + part(data.updated(), "updated")
                + part(data.removed(), "of a former base URL deleted")
                + part(data.errors(), "failed");
    }

    private static String part(List<?> some, String what) {
        return some.isEmpty() ? "" : ", " + some.size() + " " + what;
    }

    private static List<RegisteredWebhook> views(List<Subscription> subscriptions) {
        return subscriptions.stream().map(RegisteredWebhook::of).toList();
    }
}

package dev.shopmirror.admin.webhook;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Registration;

/** The answer to an unregistration; {@code success} is false when any deletion failed. */
record UnregisterAnswer(
        boolean success,
        @Schema(examples = "Deleted 3 webhook(s)") String message,
        Data data) {

    @Schema(name = "UnregisterData")
    record Data(
            @Schema(description = "Shopify's ids of ours that are gone now")
            List<Long> deleted,

            List<TopicError> errors,

            @Schema(description = "Not ours, and not touched")
            List<RegisteredWebhook> skipped) {}

    static UnregisterAnswer of(Registration done, List<Subscription> skipped) {
        List<TopicError> errors = done.errors().stream().map(TopicError::of).toList();
        String message = "Deleted %d webhook(s)".formatted(done.removed().size());
        return new UnregisterAnswer(
                errors.isEmpty(),
                errors.isEmpty() ? message : message + ", " + errors.size() + " failed",
                new Data(
                        done.removed().stream().map(Subscription::id).toList(),
                        errors,
                        skipped.stream().map(RegisteredWebhook::of).toList()));
    }
}

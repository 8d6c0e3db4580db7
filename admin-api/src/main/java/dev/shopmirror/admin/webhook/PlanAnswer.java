package dev.shopmirror.admin.webhook;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.SubscriptionPlan;
import dev.shopmirror.admin.subscription.SubscriptionPlan.Update;
import dev.shopmirror.admin.subscription.WantedSet;

/** What a registration would do now, without doing it. */
record PlanAnswer(
        boolean success,

        @Schema(examples = "2 to create, 0 to update, 1 to remove, 1 kept, 4 foreign")
        String message,

        Data data) {

    @Schema(name = "PlanData")
    record Data(
            @Schema(description = "A registration has nothing to do")
            boolean fulfilled,

            @Schema(description = "Wanted, and not there") List<Wanted> create,

            @Schema(description = "Ours, with another address, other fields or another filter than wanted")
            List<Change> update,

            @Schema(description = "There as wanted") List<RegisteredWebhook> keep,

            @Schema(description = "Ours, and not wanted") List<Surplus> remove,

            @Schema(description = "Somebody else's: never touched")
            List<RegisteredWebhook> foreign,

            @Schema(description = "Wanted, but refused before Shopify is asked")
            List<TopicError> errors,

            List<String> warnings) {}

    record Wanted(
            String topic,
            String address,

            @Schema(description = "Empty for whole bodies") List<String> fields,

            @Schema(nullable = true) String filter) {

        private static Wanted of(WantedWebhook wanted) {
            return new Wanted(wanted.topic(), wanted.address(), wanted.fields(), wanted.filter());
        }

        private static Wanted of(Subscription actual) {
            return new Wanted(actual.topic(), actual.address(), actual.fields(), actual.filter());
        }
    }

    record Change(
            long id,

            @Schema(description = "change: in place; move: a new one is created before this one is deleted")
            String how,

            Wanted from,
            Wanted to) {

        private static Change of(Update update) {
            return new Change(
                    update.current().id(),
                    update.moves() ? "move" : "change",
                    Wanted.of(update.current()),
                    Wanted.of(update.wanted()));
        }
    }

    record Surplus(
            String topic,
            long id,
            String address,

            @Schema(
                    description =
                            "superseded: of a former base URL, a registration deletes it; unwanted: it stays until an operator deletes it")
            String reason) {

        private static Surplus of(Subscription one, String reason) {
            return new Surplus(one.topic(), one.id(), one.address(), reason);
        }
    }

    static PlanAnswer of(WantedSet wanted, SubscriptionPlan plan, List<String> warnings) {
        Data data = new Data(
                plan.isFulfilled() && wanted.refused().isEmpty(),
                plan.create().stream().map(Wanted::of).toList(),
                plan.update().stream().map(Change::of).toList(),
                plan.keep().stream().map(RegisteredWebhook::of).toList(),
                surplus(plan),
                plan.foreign().stream().map(RegisteredWebhook::of).toList(),
                wanted.refused().stream().map(TopicError::of).toList(),
                Stream.concat(warnings.stream(), wanted.warnings().stream()).toList());
        return new PlanAnswer(true, message(data), data);
    }

    private static List<Surplus> surplus(SubscriptionPlan plan) {
        return Stream.concat(
                        plan.superseded().stream().map(one -> Surplus.of(one, "superseded")),
                        plan.unwanted().stream().map(one -> Surplus.of(one, "unwanted")))
                .toList();
    }

    private static String message(Data data) {
        return "%d to create, %d to update, %d to remove, %d kept, %d foreign"
                .formatted(
                        data.create().size(),
                        data.update().size(),
                        data.remove().size(),
                        data.keep().size(),
                        data.foreign().size());
    }
}

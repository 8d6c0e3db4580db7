package dev.shopmirror.admin.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.shopmirror.admin.parameter.Parameters;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.event.ShopDomain;

/** Reads a filter and names every field that is not as it must be. */
public final class FilterRules {

    /** No topic, reason or id of the ledger is longer. */
    private static final int MAX_LENGTH = 255;

    private final List<InvalidField> errors;

    private FilterRules(List<InvalidField> errors) {
        this.errors = errors;
    }

    /** @param errors where wrong fields are added; the filter is of no use then */
    public static DeliveryFilter read(FilterText text, List<InvalidField> errors) {
        return new FilterRules(errors).read(text);
    }

    private DeliveryFilter read(FilterText text) {
        String reason = field("reason", text.reason(), FilterRules::plain, "must be a reason's code");
        Instant from = field("from", text.from(), Parameters::time, "must be a time like 2026-10-01T08:30:00Z");
        Instant to = field("to", text.to(), Parameters::time, "must be a time like 2026-10-01T08:30:00Z");
        DeliveryFilter filter = new DeliveryFilter(
                field("storeId", text.storeId(), Parameters::uuid, "is not a UUID"),
                field("shopDomain", text.shopDomain(), ShopDomain::parse, "must be like acme.myshopify.com"),
                field("topic", text.topic(), FilterRules::plain, "must be like products/update"),
                field("outcome", text.outcome(), Outcome::parse, "must be applied, stale, ignored or dead_lettered"),
                reason == null ? null : List.of(reason),
                field("resourceId", text.resourceId(), Parameters::shopifyId, "must be a positive number"),
                from,
                to);
        if (from != null && to != null && !from.isBefore(to)) {
            errors.add(new InvalidField("to", "must be later than from"));
        }
        return filter;
    }

    private <T> T field(String name, String text, Function<String, Optional<T>> reader, String message) {
        if (text == null) {
            return null;
        }
        Optional<T> value = reader.apply(text);
        if (value.isEmpty()) {
            errors.add(new InvalidField(name, message));
        }
        return value.orElse(null);
    }

    private static Optional<String> plain(String text) {
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        return plain && !text.isEmpty() && text.length() <= MAX_LENGTH ? Optional.of(text) : Optional.empty();
    }
}

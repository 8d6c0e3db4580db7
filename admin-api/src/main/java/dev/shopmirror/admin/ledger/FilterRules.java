package dev.shopmirror.admin.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.store.StoreId;
import dev.shopmirror.event.ShopDomain;

/** Reads a filter and names every field that is not as it must be. */
public final class FilterRules {

    /** No topic, reason or id of the ledger is longer. */
    private static final int MAX_LENGTH = 255;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final List<InvalidField> errors;

    private FilterRules(List<InvalidField> errors) {
        this.errors = errors;
    }

    /** @param errors where wrong fields are added; the filter is of no use then */
    public static DeliveryFilter read(FilterText text, List<InvalidField> errors) {
        return new FilterRules(errors).read(text);
    }

    private DeliveryFilter read(FilterText text) {
        Instant from = field("from", text.from(), FilterRules::instant, "must be a time like 2026-10-01T08:30:00Z");
        Instant to = field("to", text.to(), FilterRules::instant, "must be a time like 2026-10-01T08:30:00Z");
        DeliveryFilter filter = new DeliveryFilter(
                field("storeId", text.storeId(), FilterRules::uuid, "is not a UUID"),
                field("shopDomain", text.shopDomain(), ShopDomain::parse, "must be like acme.myshopify.com"),
                field("topic", text.topic(), FilterRules::plain, "must be like products/update"),
                field("outcome", text.outcome(), Outcome::parse, "must be applied, stale, ignored or dead_lettered"),
                field("reason", text.reason(), FilterRules::plain, "must be a reason's code"),
                field("resourceId", text.resourceId(), FilterRules::id, "must be a positive number"),
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

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(StoreId.parse(text));
        } catch (ProblemException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(time -> !time.isBefore(FIRST) && !time.isAfter(LAST));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Long> id(String text) {
        return text.matches("[1-9][0-9]{0,17}|[1-8][0-9]{18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<String> plain(String text) {
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        return plain && !text.isEmpty() && text.length() <= MAX_LENGTH ? Optional.of(text) : Optional.empty();
    }
}

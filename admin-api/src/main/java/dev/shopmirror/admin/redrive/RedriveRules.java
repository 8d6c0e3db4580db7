package dev.shopmirror.admin.redrive;

import java.util.ArrayList;
import java.util.List;

import dev.shopmirror.admin.ledger.DeliveryFilter;
import dev.shopmirror.admin.ledger.FilterRules;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;

/** What a redrive can be asked for. */
final class RedriveRules {

    /** What is ignored for its store is applied once there is one; tests and unknown topics would be ignored again. */
    private static final List<String> IGNORED_FOR_THE_STORE = List.of("unknown_store", "inactive_store");

    private RedriveRules() {}

    /** The deliveries of a request that does not name one; fails with a problem that names every wrong field. */
    static DeliveryFilter filter(RedriveRequest request) {
        List<InvalidField> errors = new ArrayList<>();
        DeliveryFilter filter = FilterRules.read(request.filter(), errors);
        requireOneWay(request, errors);
        if (filter.outcome() == Outcome.APPLIED || filter.outcome() == Outcome.STALE) {
            errors.add(new InvalidField("outcome", "must be dead_lettered or ignored: the others took effect"));
        }
        if (filter.outcome() == Outcome.IGNORED && request.storeId() == null && request.shopDomain() == null) {
            errors.add(new InvalidField("storeId", "or shopDomain must be given with outcome ignored"));
        }
        ProblemException.throwUnlessEmpty(errors);
        return completed(filter);
    }

    private static DeliveryFilter completed(DeliveryFilter filter) {
        if (filter.outcome() == Outcome.IGNORED && filter.reasons() == null) {
            return filter.withReasons(IGNORED_FOR_THE_STORE);
        }
        return filter.outcome() == null ? filter.withOutcome(Outcome.DEAD_LETTERED) : filter;
    }

    /** An empty body must not mean everything, nor a filter be overlooked beside {@code all}. */
    private static void requireOneWay(RedriveRequest request, List<InvalidField> errors) {
        boolean all = Boolean.TRUE.equals(request.all());
        if (request.id() != null && (all || request.isFilter())) {
            errors.add(new InvalidField("id", "must stand alone"));
        } else if (all && request.isFilter()) {
            errors.add(new InvalidField("all", "must stand alone"));
        } else if (request.id() == null && !all && !request.isFilter()) {
            errors.add(new InvalidField("all", "must be true unless id or a filter is given"));
        }
    }
}

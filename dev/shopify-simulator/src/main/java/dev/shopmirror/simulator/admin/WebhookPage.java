package dev.shopmirror.simulator.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.subscription.Subscription;

/** One page of a list, ordered by id, and the ways to the next and the previous. */
record WebhookPage(List<Subscription> subscriptions, int limit, Optional<Cursor> previous, Optional<Cursor> next) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 250;
    private static final Set<String> BESIDE_PAGE_INFO = Set.of("page_info", "limit", "fields");

    /** @throws InvalidBody when a parameter cannot be used */
    static WebhookPage of(Request request, List<Subscription> all) {
        int limit = limit(request);
        Cursor start = start(request);
        List<Subscription> matching =
                all.stream().filter(start.filter()::matches).toList();
        List<Subscription> before =
                matching.stream().filter(one -> one.id() < start.id()).toList();
        List<Subscription> after =
                matching.stream().filter(one -> one.id() > start.id()).toList();
        List<Subscription> page = start.backwards()
                ? before.subList(Math.max(0, before.size() - limit), before.size())
                : after.subList(0, Math.min(limit, after.size()));
        return new WebhookPage(page, limit, previous(start, page, matching), next(start, page, matching));
    }

    /** The {@code Link} header's value, or empty when all fitted on this page. */
    Optional<String> link(String listUrl) {
        List<String> links = new ArrayList<>();
        previous.ifPresent(cursor -> links.add(link(listUrl, cursor, "previous")));
        next.ifPresent(cursor -> links.add(link(listUrl, cursor, "next")));
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
    }

    private String link(String listUrl, Cursor cursor, String relation) {
        return '<' + listUrl + "?limit=" + limit + "&page_info=" + cursor.pageInfo() + ">; rel=\"" + relation + '"';
    }

    private static int limit(Request request) {
        long limit = number(request, "limit", DEFAULT_LIMIT);
        return (int) Math.max(1, Math.min(limit, MOST));
    }

    private static Cursor start(Request request) {
        Optional<String> pageInfo = request.parameter("page_info");
        if (pageInfo.isEmpty()) {
            return new Cursor(Filter.of(request), number(request, "since_id", 0), false);
        }
        for (String parameter : request.query().keySet()) {
            if (!BESIDE_PAGE_INFO.contains(parameter)) {
                throw new InvalidBody(parameter + " cannot be passed when page_info is present.");
            }
        }
        return Cursor.parse(pageInfo.get());
    }

    private static Optional<Cursor> previous(Cursor start, List<Subscription> page, List<Subscription> matching) {
        boolean isFirst = page.isEmpty() || page.get(0).equals(matching.get(0));
        return isFirst
                ? Optional.empty()
                : Optional.of(new Cursor(start.filter(), page.get(0).id(), true));
    }

    private static Optional<Cursor> next(Cursor start, List<Subscription> page, List<Subscription> matching) {
        if (page.isEmpty()) {
            return Optional.empty();
        }
        Subscription last = page.get(page.size() - 1);
        boolean isLast = last.equals(matching.get(matching.size() - 1));
        return isLast ? Optional.empty() : Optional.of(new Cursor(start.filter(), last.id(), false));
    }

    private static long number(Request request, String parameter, long otherwise) {
        String value = request.parameter(parameter).orElse(Long.toString(otherwise));
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new InvalidBody(parameter + " must be an integer.");
        }
    }
}

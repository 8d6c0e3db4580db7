package dev.shopmirror.simulator.admin;

import java.util.Optional;
import java.util.function.Supplier;

import dev.shopmirror.simulator.admin.graphql.GraphqlCalls;
import dev.shopmirror.simulator.fault.Fault;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.shop.Shop;

/** What a call gets that a fault was made for. */
final class FaultAnswer {

    private static final String FOREIGN = "https://admin.example.net/";

    private FaultAnswer() {}

    /** @param usual the answer without the fault */
    static Response of(Fault fault, Shop shop, AdminPath path, Supplier<Response> usual) {
        return switch (fault.kind()) {
            case STATUS -> path.withHeaders(refusal(fault), shop);
            case THROTTLED -> path.withVersion(GraphqlCalls.throttled(shop));
            case HANG -> Response.none(Response.Manner.SILENT);
            case CLOSE -> Response.none(Response.Manner.CUT);
            case FOREIGN_LINK -> usual.get().with("Link", foreignLink(path));
            case DEPRECATED -> usual.get().with("X-Shopify-API-Deprecated-Reason", String.valueOf(fault.reason()));
        };
    }

    private static Response refusal(Fault fault) {
        Response refusal = fault.errorsByField() ? AdminErrors.byField(fault.status()) : AdminErrors.of(fault.status());
        return Optional.ofNullable(fault.retryAfter())
                .map(seconds -> refusal.with("Retry-After", seconds))
                .orElse(refusal);
    }

    /** A page that a client must not fetch: the token would go there too. */
    private static String foreignLink(AdminPath path) {
        return '<' + FOREIGN + path.text() + "?limit=250&page_info=e30>; rel=\"next\"";
    }
}

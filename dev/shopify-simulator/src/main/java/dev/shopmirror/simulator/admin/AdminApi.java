package dev.shopmirror.simulator.admin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import dev.shopmirror.simulator.admin.graphql.GraphqlCalls;
import dev.shopmirror.simulator.fault.Fault;
import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.shop.Shops;

/**
 * {@code /{shop}/admin/…}: which shop is called, what goes wrong with the call, and who answers it. Paths and bodies:
 * Shopify's Admin API references and its pages on authentication.
 */
public final class AdminApi implements Function<Request, Response> {

    private final Shops shops;
    private final RestCalls rest = new RestCalls();
    private final GraphqlCalls graphql = new GraphqlCalls();
    private final TokenCalls tokens;

    /**
     * @param shops those that can be called
     * @param clientId and the secret: what the app shows when it asks for tokens
     */
    public AdminApi(Shops shops, String clientId, String clientSecret) {
        this.shops = shops;
        this.tokens = new TokenCalls(clientId, clientSecret);
    }

    @Override
    public Response apply(Request request) {
        List<String> path = request.path();
        Optional<Shop> shop = path.isEmpty() ? Optional.empty() : shops.find(path.get(0));
        Optional<AdminPath> admin = AdminPath.of(path);
        Response response =
                shop.isPresent() && admin.isPresent() ? ofShop(shop.get(), admin.get(), request) : AdminErrors.of(404);
        return response.with("X-Request-Id", UUID.randomUUID().toString());
    }

    private Response ofShop(Shop shop, AdminPath path, Request request) {
        count(shop, path, request);
        Response response = shop.faults()
                .next(request.method(), path.text())
                .map(fault -> faulty(fault, shop, path, request))
                .orElseGet(() -> answer(shop, path, request));
        return counted(shop, path, request, response);
    }

    private Response faulty(Fault fault, Shop shop, AdminPath path, Request request) {
        shop.counter().faulty();
        return FaultAnswer.of(fault, shop, path, () -> answer(shop, path, request));
    }

    private Response answer(Shop shop, AdminPath path, Request request) {
        if (path.isForToken(request.method())) {
            return tokens.answer(shop, request);
        }
        if (!shops.accepts(shop, request.header("X-Shopify-Access-Token").orElse(""))) {
            return path.withHeaders(AdminErrors.of(401), shop);
        }
        return path.isGraphql(request.method())
                ? path.withVersion(graphql.answer(shop, request))
                : path.withHeaders(rest.answer(shop, path, request), shop);
    }

    private static void count(Shop shop, AdminPath path, Request request) {
        if (path.isForToken(request.method())) {
            shop.counter().token();
        } else if (path.isGraphql(request.method())) {
            shop.counter().graphql();
        } else {
            shop.counter().rest();
        }
    }

    private static Response counted(Shop shop, AdminPath path, Request request, Response response) {
        if (response.status() == 429 && path.isGraphql(request.method())) {
            shop.counter().throttledGraphql();
        } else if (response.status() == 429 && !path.isForToken(request.method())) {
            shop.counter().throttledRest();
        }
        return response;
    }
}

package dev.shopmirror.simulator.admin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.subscription.Refused;
import dev.shopmirror.simulator.subscription.Subscription;

/** The webhook resource of one shop, for a caller who may use it. */
record WebhookCalls(Shop shop) {

    private static final Pattern ONE = Pattern.compile("webhooks/(\\d{1,18}|[1-8]\\d{18})\\.json");

    /** @param resource the path behind the version, {@code webhooks/count.json} */
    Response answer(Request request, String resource) {
        try {
            Matcher one = ONE.matcher(resource);
            if (one.matches()) {
                return ofOne(request, Long.parseLong(one.group(1)));
            }
            return switch (request.method() + ' ' + resource) {
                case "GET webhooks.json" -> list(request);
                case "POST webhooks.json" -> create(request);
                case "GET webhooks/count.json" -> count(request);
                default -> notFound();
            };
        } catch (Refused e) {
            return Response.of(422, WebhookJson.errors(e));
        }
    }

    private Response ofOne(Request request, long id) throws Refused {
        return switch (request.method()) {
            case "GET" -> found(shop.subscriptions().get(id));
            case "PUT" -> update(request, id);
            case "DELETE" -> shop.subscriptions().remove(id) ? Response.of(200, Json.NODES.objectNode()) : notFound();
            default -> notFound();
        };
    }

    private Response list(Request request) {
        WebhookPage page = WebhookPage.of(request, shop.subscriptions().all());
        Response response = Response.of(200, WebhookJson.list(page.subscriptions()));
        String host = request.header("Host").orElse("127.0.0.1");
        String url = "http://" + host + '/' + String.join("/", request.path());
        return page.link(url).map(link -> response.with("Link", link)).orElse(response);
    }

    private Response count(Request request) {
        Filter filter = Filter.of(request);
        long count = shop.subscriptions().all().stream().filter(filter::matches).count();
        return Response.of(200, Json.wrap("count", Json.NODES.numberNode(count)));
    }

    private Response create(Request request) throws Refused {
        if (!(request.object().get("webhook") instanceof ObjectNode webhook)) {
            return withoutWebhook();
        }
        return Response.of(201, WebhookJson.one(shop.subscriptions().create(webhook, shop.now())));
    }

    private Response update(Request request, long id) throws Refused {
        if (!(request.object().get("webhook") instanceof ObjectNode webhook)) {
            return withoutWebhook();
        }
        return found(shop.subscriptions().update(id, webhook, shop.now()));
    }

    private static Response found(Optional<Subscription> subscription) {
        return subscription.map(one -> Response.of(200, WebhookJson.one(one))).orElseGet(WebhookCalls::notFound);
    }

    private static Response withoutWebhook() {
        ObjectNode errors = Json.NODES.objectNode().put("webhook", "Required parameter missing or invalid");
        return Response.of(400, Json.wrap("errors", errors));
    }

    private static Response notFound() {
        return Response.of(404, WebhookJson.errors("Not Found"));
    }
}

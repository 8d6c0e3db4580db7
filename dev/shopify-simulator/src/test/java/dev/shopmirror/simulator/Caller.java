package dev.shopmirror.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls a simulator as an app and as an operator would. */
public final class Caller {

    public static final String SHOP = "acme.myshopify.com";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    public Caller(ShopifySimulator simulator, String token) {
        this.url = simulator.url();
        this.token = token;
    }

    public record Answer(int status, JsonNode json, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The Link header's URL of this relation, or empty. */
        public String link(String relation) {
            Matcher links = LINK.matcher(header("Link"));
            while (links.find()) {
                if (links.group(2).equals(relation)) {
                    return links.group(1);
                }
            }
            return "";
        }

        public List<String> texts(String list, String field) {
            return json.path(list).findValuesAsText(field);
        }
    }

    public Answer admin(String method, String resource, String body) throws IOException, InterruptedException {
        return call(method, url + '/' + SHOP + "/admin/api/2026-10/" + resource, body);
    }

    /** @param variables JSON written with single quotes */
    public Answer graphql(String query, String variables) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        body.set("variables", json(variables));
        return admin("POST", "graphql.json", body.toString());
    }

    public Answer graphql(String query) throws IOException, InterruptedException {
        return graphql(query, "{}");
    }

    /** @param body JSON written with single quotes */
    public Answer token(String body) throws IOException, InterruptedException {
        return call(
                "POST",
                url + '/' + SHOP + "/admin/oauth/access_token",
                json(body).toString());
    }

    public Answer control(String method, String resource, String body) throws IOException, InterruptedException {
        return call(method, url + "/_control/" + SHOP + '/' + resource, body);
    }

    public Answer call(String method, String uri, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("X-Shopify-Access-Token", token)
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
    }

    /** An object written with single quotes. */
    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body that creates a subscription. */
    public static String webhook(String topic, String address) {
        return """
                {"webhook":{"topic":"%s","address":"%s","format":"json"}}""".formatted(topic, address);
    }
}

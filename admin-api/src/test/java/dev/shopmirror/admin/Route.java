package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A route as the API describes it. */
record Route(String method, String path, Map<String, Object> operation) {

    static List<Route> all() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<Route> routes = new ArrayList<>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (List.of("get", "post", "put", "patch", "delete").contains(method)) {
                routes.add(new Route(method.toUpperCase(Locale.ROOT), path, operation));
            }
        }));
        return routes;
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /** It is about one store, which the request names. */
    boolean namesAStore() {
        return path.contains("{storeId}")
                || path.startsWith("/api/admin/stores/{id}")
                || path.equals("/api/admin/webhooks/register");
    }

    /** It is about all stores at once. */
    boolean reachesEveryStore() {
        return path.startsWith("/api/admin/stores") && method.equals("POST") && !namesAStore();
    }

    /** It shows what the caller may see, and names nothing. */
    boolean isList() {
        return method.equals("GET") && !path.contains("{");
    }

    List<String> roles() {
        List<Map<String, List<String>>> security = field("security");
        return security.get(0).get("token");
    }

    List<String> queryNames() {
        List<Map<String, String>> parameters = field("parameters");
        return parameters == null
                ? List.of()
                : parameters.stream()
                        .filter(parameter -> parameter.get("in").equals("query"))
                        .map(parameter -> parameter.get("name"))
                        .toList();
    }

    /** The content of each. */
    Map<String, Map<String, Object>> errors() {
        Map<String, Map<String, Map<String, Object>>> responses = field("responses");
        return responses.entrySet().stream()
                .filter(response -> response.getKey().matches("[45].."))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, response -> response.getValue().get("content")));
    }

    Response call(RequestSpecification request, FurnishedStore store) {
        return call(request, store, store.body(this));
    }

    Response call(RequestSpecification request, FurnishedStore store, Map<String, Object> body) {
        String address = store.address(this);
        assertThat(address).as("every parameter is known").doesNotContain("{");
        return method.equals("GET") || method.equals("DELETE")
                ? request.request(method, address)
                : request.contentType("application/json").body(body).request(method, address);
    }

    @SuppressWarnings("unchecked")
    private <T> T field(String name) {
        return (T) operation.get(name);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

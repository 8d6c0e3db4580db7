package dev.shopmirror.simulator.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

final class RequestReader {

    private RequestReader() {}

    static Request read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                path(uri.getRawPath()),
                query(uri.getRawQuery()),
                exchange.getRequestHeaders(),
                new Body(exchange.getRequestBody().readAllBytes()));
    }

    private static List<String> path(String raw) {
        return Arrays.stream(raw.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(RequestReader::decode)
                .toList();
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}

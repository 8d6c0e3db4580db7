package dev.shopmirror.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.shopmirror.simulator.json.Json;

/** Answers JSON on 127.0.0.1 from as many threads as there are calls. */
public final class JsonServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(JsonServer.class.getName());

    private final HttpServer server;
    private final ExecutorService workers;
    private final Function<Request, Response> handler;

    private JsonServer(HttpServer server, ExecutorService workers, Function<Request, Response> handler) {
        this.server = server;
        this.workers = workers;
        this.handler = handler;
    }

    /**
     * @param port 0 for a free one
     * @throws UncheckedIOException when the port is taken
     */
    public static JsonServer start(int port, Function<Request, Response> handler) {
        withoutDelayedAcknowledgements();
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " on 127.0.0.1 cannot be used: " + e.getMessage(), e);
        }
        ExecutorService workers = Executors.newCachedThreadPool(new NamedThreads("shopify-simulator-http"));
        JsonServer started = new JsonServer(server, workers, handler);
        server.setExecutor(workers);
        server.createContext("/", started::handle);
        server.start();
        return started;
    }

    /** The port in use. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The JDK's server writes head and body apart; without this, Nagle's algorithm costs 40 ms an answer. */
    private static void withoutDelayedAcknowledgements() {
        String nodelay = "sun.net.httpserver.nodelay";
        if (System.getProperty(nodelay) == null) {
            System.setProperty(nodelay, "true");
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Response response = answer(exchange);
        switch (response.manner()) {
            case SILENT -> LOG.log(Level.DEBUG, "Left without an answer until the server stops");
            case CUT -> exchange.close();
            default -> send(exchange, response);
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        try (exchange) {
            byte[] body = Json.write(response.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Response answer(HttpExchange exchange) {
        try {
            return handler.apply(RequestReader.read(exchange));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "No answer to " + exchange.getRequestMethod() + " " + exchange.getRequestURI(), e);
            return Response.of(500, Json.wrap("errors", new TextNode("Internal Server Error")));
        }
    }
}

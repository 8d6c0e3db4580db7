package dev.shopmirror.simulator;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Function;

import dev.shopmirror.simulator.admin.AdminApi;
import dev.shopmirror.simulator.control.ControlApi;
import dev.shopmirror.simulator.courier.Courier;
import dev.shopmirror.simulator.courier.HmacSigner;
import dev.shopmirror.simulator.http.JsonServer;
import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.shop.Shops;

/** A running simulator. What it holds is in memory and gone when it is closed. */
public final class ShopifySimulator implements AutoCloseable {

    private final Courier courier;
    private final Shops shops;
    private final JsonServer server;

    private ShopifySimulator(Courier courier, Shops shops, JsonServer server) {
        this.courier = courier;
        this.shops = shops;
        this.server = server;
    }

    /**
     * Starts a simulator on 127.0.0.1.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static ShopifySimulator start(SimulatorOptions options) {
        Courier courier = new Courier(new HmacSigner(options.clientSecret()));
        IdSequence ids = new IdSequence(Instant.now());
        Shops shops = new Shops(options.shopSettings(), options.accessToken(), ids, courier);
        try {
            return new ShopifySimulator(courier, shops, JsonServer.start(options.port(), handler(shops, options)));
        } catch (UncheckedIOException e) {
            courier.close();
            throw e;
        }
    }

    private static Function<Request, Response> handler(Shops shops, SimulatorOptions options) {
        AdminApi admin = new AdminApi(shops, options.clientId(), options.clientSecret());
        ControlApi control = new ControlApi(shops);
        return request -> request.path().indexOf(ControlApi.ROOT) == 0 ? control.apply(request) : admin.apply(request);
    }

    /** {@code http://127.0.0.1:3100}; a shop's Admin API is below {@code /{shop}}. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What a client calls instead of {@code https://{shop}}. */
    public String adminUrl(String shopDomain) {
        return url() + '/' + shopDomain;
    }

    /** The shop, made if there was none. */
    public Shop shop(String domain) {
        return shops.get(domain);
    }

    /** The shop, made if there was none; the app is installed now, and only this token opens its Admin API. */
    public Shop addShop(String domain, String accessToken) {
        return shops.add(domain, accessToken);
    }

    /**
     * Frees a shop's memory. What was to be delivered is dropped; the shop's next mention makes a new one with the same
     * numeric id. False when there was none.
     */
    public boolean removeShop(String domain) {
        return shops.remove(domain);
    }

    /** Takes no request any more, abandons deliveries under way and to come, and ends all threads. */
    @Override
    public void close() {
        server.close();
        courier.close();
    }
}

package dev.shopmirror.admin.shopify.gate;

import java.util.function.Consumer;

import dev.shopmirror.admin.shopify.ShopifyException;

/** One try of a call, from its waiting to its end. Either it goes or it is refused, once. */
public final class Ticket {

    enum State {
        NEW,
        WAITING,
        UNDER_WAY,
        OVER
    }

    private final String shop;
    private final Api api;
    private final double points;
    private final long place;
    private final Runnable go;
    private final Consumer<ShopifyException> refused;
    private State state = State.NEW;

    /**
     * @param points it is expected to cost
     * @param place in the order of all calls ({@link Gates#nextPlace()}); a call keeps it when it is tried again
     * @param go may be called from any thread
     */
    public Ticket(String shop, Api api, double points, long place, Runnable go, Consumer<ShopifyException> refused) {
        this.shop = shop;
        this.api = api;
        this.points = points;
        this.place = place;
        this.go = go;
        this.refused = refused;
    }

    String shop() {
        return shop;
    }

    Api api() {
        return api;
    }

    double points() {
        return points;
    }

    long place() {
        return place;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    void go() {
        go.run();
    }

    void refuse(ShopifyException why) {
        refused.accept(why);
    }
}

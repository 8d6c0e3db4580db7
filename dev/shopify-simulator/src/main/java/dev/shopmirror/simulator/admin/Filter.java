package dev.shopmirror.simulator.admin;

import java.util.Optional;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.subscription.Subscription;

/** What a list or count is narrowed to; empty for no matter. */
record Filter(Optional<String> topic, Optional<String> address) {

    static Filter of(Request request) {
        return new Filter(request.parameter("topic"), request.parameter("address"));
    }

    boolean matches(Subscription subscription) {
        return topic.map(subscription.topic()::equals).orElse(true)
                && address.map(subscription.address().toString()::equals).orElse(true);
    }
}

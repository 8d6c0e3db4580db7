package dev.shopmirror.admin.shopify.call;

import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import dev.shopmirror.admin.shopify.gate.Gates;

/** Calls to shops as numbers. No shop is named: there may be thousands. */
final class CallMetrics {

    private final MeterRegistry registry;

    CallMetrics(MeterRegistry registry, Gates gates) {
        this.registry = registry;
        Gauge.builder("shopmirror.shopify.breakers.open", gates, Gates::open)
                .description("Shops to which nothing is sent because they did not answer")
                .register(registry);
    }

    /** @param result ok, or why not */
    void answered(ShopCall call, String result, Duration took) {
        registry.timer(
                        "shopmirror.shopify.calls",
                        "api",
                        call.api().code(),
                        "operation",
                        call.operation(),
                        "result",
                        result)
                .record(took);
    }

    void waited(ShopCall call, Duration time) {
        registry.timer("shopmirror.shopify.wait", "api", call.api().code()).record(time);
    }

    void refused(ShopCall call, String reason) {
        registry.counter("shopmirror.shopify.calls.refused", "api", call.api().code(), "reason", reason)
                .increment();
    }
}

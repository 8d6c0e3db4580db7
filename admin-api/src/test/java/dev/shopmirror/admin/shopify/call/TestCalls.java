package dev.shopmirror.admin.shopify.call;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import dev.shopmirror.admin.shopify.ShopifyEndpoint;

/** Calls with gates of their own, so that tests do not fill each other's buckets. */
public final class TestCalls {

    private TestCalls() {}

    /** The limits of a real start, with repetitions that take no time worth mentioning. */
    public static ShopCalls quick(ShopifyEndpoint endpoint) {
        return of(new Rules(3, 5, Duration.ofMillis(1), Duration.ofSeconds(20)), endpoint);
    }

    static ShopCalls of(Rules rules, ShopifyEndpoint endpoint) {
        return new ShopCalls(rules, new Notices(endpoint), new SimpleMeterRegistry());
    }

    record Rules(int triesWhenFailed, int failuresToOpen, Duration backoff, Duration deadline)
            implements ShopCallConfig {

        @Override
        public int maxUnderWay() {
            return 64;
        }

        @Override
        public int maxUnderWayPerShop() {
            return 4;
        }

        @Override
        public Duration longestWait() {
            return Duration.ofSeconds(45);
        }

        @Override
        public int triesWhenThrottled() {
            return 6;
        }

        @Override
        public Duration open() {
            return Duration.ofSeconds(30);
        }
    }
}

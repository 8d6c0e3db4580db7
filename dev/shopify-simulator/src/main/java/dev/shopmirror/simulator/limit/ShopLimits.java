package dev.shopmirror.simulator.limit;

/** One shop's limits and its two buckets. */
public final class ShopLimits {

    private record State(AdminLimits limits, LeakyBucket rest, LeakyBucket graphql) {

        static State of(AdminLimits limits) {
            return new State(
                    limits,
                    new LeakyBucket(limits.restBucket(), limits.restPerSecond(), System::nanoTime),
                    new LeakyBucket(limits.graphqlBucket(), limits.graphqlPerSecond(), System::nanoTime));
        }
    }

    private volatile State state;

    /** Both buckets are empty. */
    public ShopLimits(AdminLimits limits) {
        this.state = State.of(limits);
    }

    /** Those in force. */
    public AdminLimits limits() {
        return state.limits();
    }

    /** Other limits from now on, with empty buckets. */
    public void change(AdminLimits limits) {
        this.state = State.of(limits);
    }

    /** Counts a REST call, if it may be made. */
    public boolean takeCall() {
        State now = state;
        return !now.limits().limitsRest() || now.rest().take(1);
    }

    /** {@code X-Shopify-Shop-Api-Call-Limit}: {@code 32/40}. Without a limit a bucket that is as good as empty. */
    public String callLimit() {
        State now = state;
        long used = now.limits().limitsRest() ? (long) Math.ceil(now.rest().level()) : 1;
        return used + "/" + now.limits().restBucket();
    }

    /** The GraphQL bucket; its free part is what is available. */
    public LeakyBucket points() {
        return state.graphql();
    }
}

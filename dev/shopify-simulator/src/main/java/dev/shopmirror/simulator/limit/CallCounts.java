package dev.shopmirror.simulator.limit;

/**
 * Calls that a shop has got since it exists, whatever they were answered.
 *
 * @param rest to REST resources
 * @param graphql to {@code graphql.json}
 * @param token to {@code oauth/access_token}
 * @param throttledRest those of {@code rest} that were answered 429
 * @param throttledGraphql those of {@code graphql} that were answered {@code THROTTLED}
 * @param faulty those that a fault was made for
 */
public record CallCounts(long rest, long graphql, long token, long throttledRest, long throttledGraphql, long faulty) {

    /** Calls of the Admin API, without those for tokens. */
    public long total() {
        return rest + graphql;
    }

    /** Calls that a limit, or a fault in its place, refused. */
    public long throttled() {
        return throttledRest + throttledGraphql;
    }
}

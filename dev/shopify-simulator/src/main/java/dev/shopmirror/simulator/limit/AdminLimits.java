package dev.shopmirror.simulator.limit;

/**
 * What one app may call at one shop. See Shopify's page "API limits".
 *
 * @param restPerSecond calls that leak out of the REST bucket; 0 for no limit
 * @param restBucket calls that fit into it
 * @param graphqlPerSecond points restored
 * @param graphqlBucket points at most
 */
public record AdminLimits(double restPerSecond, int restBucket, double graphqlPerSecond, int graphqlBucket) {

    /** No REST limit; GraphQL as a shop of the Standard plan has it. */
    public static final AdminLimits DEFAULT = new AdminLimits(0, 40, 100, 2000);

    /** @throws IllegalArgumentException naming what cannot be */
    public AdminLimits {
        if (!(restPerSecond >= 0) || restBucket < 1) {
            throw new IllegalArgumentException("restPerSecond must be at least 0 and restBucket at least 1");
        }
        if (!(graphqlPerSecond > 0) || graphqlBucket < 1) {
            throw new IllegalArgumentException("graphqlPerSecond must be above 0 and graphqlBucket at least 1");
        }
    }

    /** The same with another REST limit; Shopify's Standard plan has 2 and 40. */
    public AdminLimits withRest(double perSecond, int bucket) {
        return new AdminLimits(perSecond, bucket, graphqlPerSecond, graphqlBucket);
    }

    /** The same with another GraphQL limit. */
    public AdminLimits withGraphql(double perSecond, int bucket) {
        return new AdminLimits(restPerSecond, restBucket, perSecond, bucket);
    }

    /** Whether REST calls are limited. */
    public boolean limitsRest() {
        return restPerSecond > 0;
    }
}

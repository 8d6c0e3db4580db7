package dev.shopmirror.system.route;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One shop's requests on the route. What happens to which is drawn from the seed by the order in which deliveries first
 * come by.
 */
final class ShopTraffic {

    /** Fewer than the eight in a row after which Shopify gives a subscription up. */
    private static final int MOST_TROUBLES_OF_A_DELIVERY = 4;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final double probability;
    private final long seed;
    private final Map<DeliveryId, Integer> numbers = new HashMap<>();
    private final Map<DeliveryId, Integer> troubles = new HashMap<>();
    private final Set<DeliveryId> acknowledged = new HashSet<>();
    private int records;

    ShopTraffic(double probability, long seed) {
        this.probability = probability;
        this.seed = seed;
    }

    synchronized Trouble draw(DeliveryId delivery) {
        int number = numbers.computeIfAbsent(delivery, first -> numbers.size());
        int earlier = troubles.getOrDefault(delivery, 0);
        SplittableRandom random = new SplittableRandom(seed * MIX + number * 31L + earlier);
        if (earlier == MOST_TROUBLES_OF_A_DELIVERY || random.nextDouble() >= probability) {
            return Trouble.NONE;
        }
        troubles.put(delivery, earlier + 1);
        return Trouble.values()[1 + random.nextInt(Trouble.values().length - 1)];
    }

    synchronized void acknowledged(DeliveryId delivery) {
        acknowledged.add(delivery);
        records++;
    }

    synchronized Traffic soFar() {
        Set<DeliveryId> never = new HashSet<>(numbers.keySet());
        never.removeAll(acknowledged);
        return new Traffic(Set.copyOf(acknowledged), never, records);
    }
}

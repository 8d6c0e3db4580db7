package dev.shopmirror.simulator.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;

/** The shop object, body of {@code shop/update} and {@code app/uninstalled}. Not thread-safe: {@link Lifecycle} locks. */
final class ShopProfile {

    private static final long ABOVE_2_53 = 1L << 53;
    private static final long BELOW_2_62 = (1L << 62) - 1;

    private ObjectNode shop;
    private Instant changedAt;

    ShopProfile(String domain, Moment created) {
        this.shop = ShopDefaults.of(id(domain), domain, created);
        this.changedAt = created.instant();
    }

    /** Made of the name, so that a database kept between runs meets the shop under its old id. */
    static long id(String domain) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(domain.getBytes(StandardCharsets.UTF_8));
            long id = 0;
            for (int index = 0; index < Long.BYTES; index++) {
                id = id << Byte.SIZE | Byte.toUnsignedLong(hash[index]);
            }
            return id & BELOW_2_62 | ABOVE_2_53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    ObjectNode shop() {
        return shop.deepCopy();
    }

    /**
     * The shop with these fields changed. A change older than the latest one only tells, and changes nothing here.
     *
     * @throws InvalidBody when a field cannot be used
     */
    ObjectNode change(ObjectNode given, Moment moment) {
        ShopDefaults.SHAPE.check("", given);
        for (String derived : List.of("id", "myshopify_domain")) {
            JsonNode wanted = given.path(derived);
            if (!wanted.isMissingNode() && !wanted.isNull() && !wanted.equals(shop.get(derived))) {
                throw new InvalidBody(derived + " is " + shop.get(derived) + " for good");
            }
        }
        Layers layers = new Layers(given, shop);
        ObjectNode changed = shop.deepCopy();
        given.fieldNames().forEachRemaining(field -> changed.set(field, given.get(field)));
        changed.set("updated_at", layers.renew("updated_at", moment::node));
        if (!moment.instant().isBefore(changedAt)) {
            shop = changed.deepCopy();
            changedAt = moment.instant();
        }
        return changed;
    }
}

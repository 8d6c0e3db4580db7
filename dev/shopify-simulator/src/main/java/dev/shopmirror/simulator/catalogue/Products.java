package dev.shopmirror.simulator.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;

/** A shop's products. Not thread-safe: a change and its webhooks belong together, so the shop locks. */
public final class Products {

    private final ProductFiller filler;
    private final Map<Long, ObjectNode> products = new TreeMap<>();
    private final Map<Long, Long> productOfVariant = new HashMap<>();
    private final Set<String> handles = new HashSet<>();

    /** @param vendor what a product's vendor is unless given */
    public Products(IdSequence ids, String vendor) {
        this.filler = new ProductFiller(ids, vendor);
    }

    /**
     * Creates or updates a product. Fields left out keep their value or get Shopify's default; lists replace lists,
     * their elements meet earlier ones by id. {@code image}, {@code variant_gids} and gids are always derived.
     *
     * @return the whole product, variants by position
     * @throws InvalidBody when a field cannot be used; the product is then as before
     */
    public ObjectNode put(long id, ObjectNode given, Moment moment) {
        check(id, given);
        ObjectNode before = products.get(id);
        ObjectNode product = filler.fill(id, new Layers(given, before), moment, this::freeHandle);
        refuseVariantsOfOthers(id, product);
        forget(before);
        remember(id, product);
        return product.deepCopy();
    }

    /** The product's id is free again. */
    public boolean delete(long id) {
        ObjectNode product = products.remove(id);
        forget(product);
        return product != null;
    }

    /**
     * What a webhook would tell of this product now.
     *
     * @param apiVersion before 2024-10 it looks as it did then
     */
    public ObjectNode webhookBody(ObjectNode product, String apiVersion) {
        return ProductBody.of(product, apiVersion);
    }

    /** Whether there is such a product. */
    public boolean has(long id) {
        return products.containsKey(id);
    }

    /** One product. */
    public Optional<ObjectNode> get(long id) {
        return Optional.ofNullable(products.get(id)).map(ObjectNode::deepCopy);
    }

    /** All products by id. */
    public List<ObjectNode> all() {
        return products.values().stream().map(ObjectNode::deepCopy).toList();
    }

    private static void check(long id, ObjectNode given) {
        Shapes.PRODUCT.check("", given);
        Shapes.VARIANT.checkEach("variants", given);
        Shapes.OPTION.checkEach("options", given);
        Shapes.IMAGE.checkEach("images", given);
        Shapes.MEDIA.checkEach("media", given);
        if (given.has("id") && given.get("id").longValue() != id) {
            throw new InvalidBody("id is " + given.get("id") + ", but the path says " + id);
        }
    }

    private String freeHandle(String title) {
        return Handles.free(title, handles::contains);
    }

    private void refuseVariantsOfOthers(long id, ObjectNode product) {
        for (JsonNode variant : product.path("variants")) {
            Long owner = productOfVariant.getOrDefault(variant.path("id").longValue(), id);
            if (owner != id) {
                throw new InvalidBody("variants: id " + variant.path("id") + " belongs to product " + owner);
            }
        }
    }

    private void remember(long id, ObjectNode product) {
        products.put(id, product);
        handles.add(product.path("handle").textValue());
        product.path("variants")
                .forEach(variant -> productOfVariant.put(variant.path("id").longValue(), id));
    }

    private void forget(@Nullable ObjectNode product) {
        if (product != null) {
            handles.remove(product.path("handle").textValue());
            product.path("variants")
                    .forEach(variant ->
                            productOfVariant.remove(variant.path("id").longValue()));
        }
    }
}

package dev.shopmirror.simulator.shop;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import dev.shopmirror.simulator.courier.Courier;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.resource.IdSequence;

/** The shops that exist, and the access token of each. */
public final class Shops {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9][a-z0-9-]*\\.myshopify\\.com");

    private final Map<String, Shop> shops = new ConcurrentHashMap<>();
    private final ShopSettings settings;
    private final String defaultToken;
    private final IdSequence ids;
    private final Courier courier;

    /** @param defaultToken opens every shop that has none of its own */
    public Shops(ShopSettings settings, String defaultToken, IdSequence ids, Courier courier) {
        this.settings = settings;
        this.defaultToken = defaultToken;
        this.ids = ids;
        this.courier = courier;
    }

    /** The shop, made if there was none; the app is installed now, and only this token opens it. */
    public Shop add(String domain, String token) {
        Shop shop = get(domain);
        shop.lifecycle().install(token);
        return shop;
    }

    /**
     * The shop, made if there was none.
     *
     * @throws InvalidBody when the name is not {@code something.myshopify.com}
     */
    public Shop get(String domain) {
        String name = domain.toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(name).matches()) {
            throw new InvalidBody("\"" + domain + "\" is not a shop's name: use something.myshopify.com");
        }
        return shops.computeIfAbsent(name, made -> new Shop(made, settings, defaultToken, ids, courier));
    }

    /** The shop, if there is one. */
    public Optional<Shop> find(String domain) {
        return Optional.ofNullable(shops.get(domain.toLowerCase(Locale.ROOT)));
    }

    /** Forgets the shop and what was to be delivered; its next mention makes a new one. False when there was none. */
    public boolean remove(String domain) {
        Shop shop = shops.remove(domain.toLowerCase(Locale.ROOT));
        if (shop != null) {
            shop.abandon();
        }
        return shop != null;
    }

    /** Whether the token opens the shop. */
    public boolean accepts(Shop shop, String token) {
        return shop.opensWith(token);
    }
}

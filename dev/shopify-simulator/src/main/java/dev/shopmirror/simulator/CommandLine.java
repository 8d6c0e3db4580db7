package dev.shopmirror.simulator;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * What the process was started with.
 *
 * @param shops name and token of each {@code --shop}
 */
record CommandLine(SimulatorOptions options, List<ShopArgument> shops, boolean helpWanted) {

    static final String HELP = """
            Simulates Shopify's webhook subscriptions, catalogue and deliveries on 127.0.0.1.

              --port N               default 3100; 0 for a free port
              --access-token TOKEN   opens every shop's Admin API, default shpat_simulator
              --shop DOMAIN=TOKEN    makes a shop with a token of its own; may be repeated
              --allow-localhost      subscriptions may deliver to this machine, by http too
              --retry-time-scale X   1 (default) spreads 8 retries over 4 hours, 0.0001 over 1.5 seconds
              --api-version V        default 2026-10, or SHOPIFY_API_VERSION
              --rest-limit N/B       the Admin REST API takes N calls a second from a bucket of B (Shopify: 2/40);
                                     without it there is no limit
              --graphql-limit N/B    points a second and at most, default 100/2000
              --client-id ID         names the app where it asks for tokens, default simulator-client-id,
                                     or SHOPIFY_CLIENT_ID
              --compliance-address U where compliance webhooks go; without it they are not sent
              --help                 this text

            Deliveries are signed with SHOPIFY_CLIENT_SECRET of the environment, else with shpss_simulator.
            """;

    private static final int DEFAULT_PORT = 3100;

    record ShopArgument(String domain, String token) {}

    private record Limit(double perSecond, int bucket) {

        static Limit parse(String flag, String argument) {
            String[] parts = argument.split("/", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(flag + " needs a rate and a bucket, 2/40");
            }
            return new Limit(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    /** @throws IllegalArgumentException naming the argument that cannot be used */
    static CommandLine parse(List<String> arguments, Map<String, String> environment) {
        SimulatorOptions defaults = SimulatorOptions.defaults();
        SimulatorOptions options = defaults.withPort(DEFAULT_PORT)
                .withClientId(environment.getOrDefault("SHOPIFY_CLIENT_ID", defaults.clientId()))
                .withClientSecret(environment.getOrDefault("SHOPIFY_CLIENT_SECRET", defaults.clientSecret()))
                .withApiVersion(environment.getOrDefault("SHOPIFY_API_VERSION", defaults.apiVersion()));
        List<ShopArgument> shops = new ArrayList<>();
        boolean helpWanted = false;
        Deque<String> left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            String flag = left.pop();
            switch (flag) {
                case "--help", "-h" -> helpWanted = true;
                case "--allow-localhost" -> options = options.withLocalhostAddresses(true);
                case "--shop" -> shops.add(shop(value(flag, left)));
                default -> options = withValue(options, flag, left);
            }
        }
        return new CommandLine(options, List.copyOf(shops), helpWanted);
    }

    private static SimulatorOptions withValue(SimulatorOptions options, String flag, Deque<String> left) {
        return switch (flag) {
            case "--port" -> options.withPort(Integer.parseInt(value(flag, left)));
            case "--access-token" -> options.withAccessToken(value(flag, left));
            case "--retry-time-scale" -> options.withRetryTimeScale(Double.parseDouble(value(flag, left)));
            case "--api-version" -> options.withApiVersion(value(flag, left));
            case "--client-id" -> options.withClientId(value(flag, left));
            case "--rest-limit" -> {
                Limit limit = Limit.parse(flag, value(flag, left));
                yield options.withRestLimit(limit.perSecond(), limit.bucket());
            }
            case "--graphql-limit" -> {
                Limit limit = Limit.parse(flag, value(flag, left));
                yield options.withGraphqlLimit(limit.perSecond(), limit.bucket());
            }
            case "--compliance-address" -> options.withComplianceAddress(URI.create(value(flag, left)));
            default -> throw new IllegalArgumentException("There is no " + flag + "; see --help");
        };
    }

    private static ShopArgument shop(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1 || equals == argument.length() - 1) {
            throw new IllegalArgumentException("--shop needs something.myshopify.com=token");
        }
        return new ShopArgument(argument.substring(0, equals), argument.substring(equals + 1));
    }

    private static String value(String flag, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(flag + " needs a value; see --help");
        }
        return left.pop();
    }
}

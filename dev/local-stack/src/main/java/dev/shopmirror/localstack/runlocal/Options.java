package dev.shopmirror.localstack.runlocal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The flags of run-local; the script answers {@code --help} itself. */
record Options(boolean check, boolean fresh, Map<Part, Integer> ports) {

    /** What listens on a port. */
    enum Part {
        INGEST("ingest-service", "--ingest-port", 3001),
        ADMIN("admin-api", "--admin-port", 3002),
        SYNC("sync-service", "--sync-port", 3003),
        SIMULATOR("shopify-simulator", "--simulator-port", 3100),
        POSTGRES("PostgreSQL", "--postgres-port", 15432),
        KAFKA("Kafka", "--kafka-port", 19092);

        private final String label;
        private final String flag;
        private final int defaultPort;

        Part(String label, String flag, int defaultPort) {
            this.label = label;
            this.flag = flag;
            this.defaultPort = defaultPort;
        }

        String label() {
            return label;
        }

        String flag() {
            return flag;
        }

        static Part ofFlag(String flag) {
            for (Part part : values()) {
                if (part.flag.equals(flag)) {
                    return part;
                }
            }
            throw new IllegalArgumentException("Unknown flag " + flag + ". ./run-local --help lists them all.");
        }
    }

    /** @throws IllegalArgumentException saying what is wrong with the flags */
    static Options parse(String... args) {
        boolean check = false;
        boolean fresh = false;
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            String flag = rest.pop();
            switch (flag) {
                case "--check" -> check = true;
                case "--fresh" -> fresh = true;
                default -> ports.put(Part.ofFlag(flag), port(flag, rest.poll()));
            }
        }
        return new Options(check, fresh, ports);
    }

    int port(Part part) {
        return ports.getOrDefault(part, part.defaultPort);
    }

    private static int port(String flag, @Nullable String value) {
        if (value == null
                || !value.matches("\\d{1,5}")
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException(flag + " needs a port between 1 and 65535");
        }
        return Integer.parseInt(value);
    }
}

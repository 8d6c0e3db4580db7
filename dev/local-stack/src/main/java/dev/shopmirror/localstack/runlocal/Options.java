package dev.shopmirror.localstack.runlocal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The flags of run-local. */
record Options(boolean help, boolean check, boolean fresh, Map<Part, Integer> ports) {

    static final String HELP = """
            Usage: ./run-local [flags]

            Runs Shopmirror on this machine: PostgreSQL, Kafka, a Shopify simulator and the three services,
            with a demo store whose webhooks are registered. Stays up until Ctrl-C. Data is kept in .run-local/.

              --check                 do the same, verify what arrived, stop everything; exit code 0 or 1
              --fresh                 forget the data of earlier runs
              --ingest-port N         default 3001
              --admin-port N          default 3002
              --sync-port N           default 3003
              --simulator-port N      default 3100
              --postgres-port N       default 15432
              --kafka-port N          default 19092
              --rebuild               build even when the build is up to date
              --help                  this text

            With SHOPIFY_CLIENT_SECRET and WEBHOOK_BASE_URL in the environment it serves a real Shopify app and starts
            no simulator. The README tells how to open a tunnel.""";

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
        boolean help = false;
        boolean check = false;
        boolean fresh = false;
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            String flag = rest.pop();
            switch (flag) {
                case "--help", "-h" -> help = true;
                case "--check" -> check = true;
                case "--fresh" -> fresh = true;
                default -> ports.put(Part.ofFlag(flag), port(flag, rest.poll()));
            }
        }
        return new Options(help, check, fresh, ports);
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

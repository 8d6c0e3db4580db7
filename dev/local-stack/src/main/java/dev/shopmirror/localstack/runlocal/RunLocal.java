package dev.shopmirror.localstack.runlocal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.Ports;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.ServiceProcess;
import dev.shopmirror.localstack.runlocal.Options.Part;
import dev.shopmirror.simulator.ShopifySimulator;

/** The program behind {@code ./run-local}. */
public final class RunLocal {

    private final Options options;
    private final Folders folders;
    private final Running running;
    private final Progress progress = new Progress();

    private RunLocal(Options options, Folders folders, Running running) {
        this.options = options;
        this.folders = folders;
        this.running = running;
    }

    /** Exit code 0, 1 when something did not work, 2 for wrong flags. */
    @SuppressWarnings("SystemOut") // errors of a program, for people
    public static void main(String... args) {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Running running = new Running();
        Interruption.handle(running, Thread.currentThread());
        try {
            Folders folders = Folders.of(Path.of(System.getProperty("shopmirror.root", ".")));
            EngineLog.in(folders.logs());
            new RunLocal(options, folders, running).run();
        } catch (Exception | LinkageError e) {
            // interrupted in the middle of anything, anything may fail
            if (!running.isStopping()) {
                System.err.println("\n" + e.getMessage());
                exit(running, 1);
            }
            return;
        }
        exit(running, 0);
    }

    private static void exit(Running running, int code) {
        running.stop();
        System.exit(code);
    }

    private void run() throws Exception {
        boolean real = Shopify.isReal(System.getenv());
        if (real && options.check()) {
            throw new IllegalStateException(
                    "--check needs the simulator: unset SHOPIFY_CLIENT_SECRET and WEBHOOK_BASE_URL.");
        }
        running.add(RunLock.take(folders.base()));
        requireFreePorts(real);
        if (options.fresh()) {
            progress.step("Data of earlier runs removed", folders::deleteData);
        }
        folders.create();
        Stack stack = new Stack(options, folders, running);
        PostgresServer postgres = progress.get("PostgreSQL 18 and its schema", stack::startPostgres);
        KafkaServer kafka = progress.get("Kafka 4 and its topics", stack::startKafka);
        Secrets secrets = Secrets.at(folders.secrets());
        TokenIssuer issuer = new TokenIssuer(secrets.jwtKeys());
        issuer.writePublicKey(folders.jwtPublicKey());

        ShopifySimulator simulator =
                real ? null : progress.get("Shopify simulator", () -> stack.startSimulator(secrets));
        Shopify shopify = simulator == null
                ? Shopify.real(System.getenv())
                : Shopify.simulated(secrets, simulator.url(), options.port(Part.INGEST));
        ServiceProcess ingest = stack.startService(Part.INGEST, stack.ingestSettings(kafka, shopify));
        ServiceProcess sync = stack.startService(Part.SYNC, stack.syncSettings(postgres, kafka));
        ServiceProcess admin = stack.startService(Part.ADMIN, stack.adminSettings(postgres, kafka, shopify, secrets));
        progress.step("ingest-service ready", () -> stack.awaitReady(ingest));
        progress.step("sync-service ready", () -> stack.awaitReady(sync));
        progress.step("admin-api ready", () -> stack.awaitReady(admin));

        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("INGEST_URL", ingest.url().toString());
        environment.put("ADMIN_URL", admin.url().toString());
        environment.put("SYNC_URL", sync.url().toString());
        environment.put("ADMIN_TOKEN", issuer.issue("operator"));
        environment.put("VIEWER_TOKEN", issuer.issue("viewer"));
        environment.put("SHOPIFY_CLIENT_SECRET", shopify.clientSecret());
        environment.put("DATABASE_URL", postgres.url());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        if (simulator != null) {
            environment.put("SIMULATOR_URL", simulator.url());
            Demo demo = new Demo(progress, postgres, ingest.url(), admin.url(), simulator.url());
            environment.putAll(demo.run(environment, secrets, options.check()));
        }
        if (options.check()) {
            progress.say("\nCheck passed in " + progress.total().trim() + ".");
            return;
        }
        EnvFile.write(folders.envFile(), environment);
        running.add(folders::deleteEnvFile); // its tokens and addresses lead nowhere any more
        Summary.print(progress, environment, folders, real);
        new CountDownLatch(1).await();
    }

    private void requireFreePorts(boolean real) {
        for (Part part : Part.values()) {
            boolean needed = part != Part.SIMULATOR || !real;
            int port = options.port(part);
            if (needed && !Ports.isFree(port)) {
                throw new IllegalStateException(
                        "Port %d, wanted for %s, is taken. Stop what listens there, or choose another one with %s N."
                                .formatted(port, part.label(), part.flag()));
            }
        }
    }
}

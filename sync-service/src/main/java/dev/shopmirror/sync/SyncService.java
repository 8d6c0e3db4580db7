package dev.shopmirror.sync;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import dev.shopmirror.settings.RequiredSettings;

/** Kafka in, PostgreSQL out. */
@QuarkusMain
public class SyncService {

    public static void main(String... args) {
        RequiredSettings.of("sync-service")
                .require("DATABASE_HOST", "host of PostgreSQL")
                .require("DATABASE_NAME", "name of the database, such as shopmirror")
                .require("DATABASE_USERNAME", "login that is a member of the role shopmirror_sync")
                .require("DATABASE_PASSWORD", "its password")
                .require("KAFKA_BOOTSTRAP_SERVERS", "Kafka brokers, host:port[,host:port]")
                .exitIfMissing();
        Quarkus.run(args);
    }
}

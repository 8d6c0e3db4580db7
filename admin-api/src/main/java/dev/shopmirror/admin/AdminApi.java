package dev.shopmirror.admin;

import java.util.List;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import dev.shopmirror.settings.RequiredSettings;

/** Where operators register stores and their webhook subscriptions at Shopify. */
@QuarkusMain
public final class AdminApi {

    private AdminApi() {}

    public static void main(String... args) {
        RequiredSettings.of("admin-api")
                .require("DATABASE_HOST", "host of PostgreSQL")
                .require("DATABASE_NAME", "name of the database, such as shopmirror")
                .require("DATABASE_USERNAME", "login, a member of the role shopmirror_admin")
                .require("DATABASE_PASSWORD", "its password")
                .require("KAFKA_BOOTSTRAP_SERVERS", "brokers that hold the deliveries, host:port[,host:port]")
                .require("JWT_PUBLIC_KEY_LOCATION", "file or JWKS URL with the public key of whoever issues tokens")
                .require("JWT_ISSUER", "the iss that tokens must carry")
                .require("JWT_AUDIENCE", "the aud that tokens must carry")
                .require("TOKEN_ENCRYPTION_KEYS", "keys for stored access tokens, keyId:base64 of 32 bytes[,...]")
                .requireOneOf(
                        List.of("WEBHOOK_BASE_URL", "BACKEND_URL"),
                        "public https address of ingest-service, to which Shopify delivers")
                .exitIfMissing();
        Quarkus.run(args);
    }
}

package dev.shopmirror.system.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.cluster.Instance;

/** The packaged admin-api, and an operator who calls it. */
final class AdminService implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String ISSUER = "https://issuer.example.com";
    private static final String AUDIENCE = "shopmirror-admin";

    /** What an answer said. */
    record Answer(int status, JsonNode body) {}

    private final Instance instance;
    private final KeyPair keys;

    private AdminService(Instance instance, KeyPair keys) {
        this.instance = instance;
        this.keys = keys;
    }

    /**
     * @param baseUrl of ingest-service
     * @param shopifyUrl of the simulator
     */
    static AdminService start(String baseUrl, String shopifyUrl, Path directory) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Path publicKey = directory.resolve("public-key.pem");
        String base64 = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        Files.writeString(publicKey, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", KafkaServer.shared().bootstrapServers());
        settings.put("DATABASE_HOST", "127.0.0.1");
        settings.put("DATABASE_PORT", Integer.toString(PostgresServer.shared().port()));
        settings.put("DATABASE_NAME", PostgresServer.DATABASE);
        settings.put("DATABASE_USERNAME", PostgresLogin.ADMIN.username());
        settings.put("DATABASE_PASSWORD", PostgresLogin.ADMIN.password());
        settings.put("JWT_PUBLIC_KEY_LOCATION", publicKey.toString());
        settings.put("JWT_ISSUER", ISSUER);
        settings.put("JWT_AUDIENCE", AUDIENCE);
        settings.put("TOKEN_ENCRYPTION_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("WEBHOOK_BASE_URL", baseUrl);
        settings.put("SHOPIFY_ADMIN_URL", shopifyUrl + "/{shop}");
        settings.put("SHOPIFY_CLIENT_SECRET", Cluster.SECRET);
        settings.put("SHOPMIRROR_COMPLETION_EVERY", "1s");
        Instance instance = Instance.start("admin-api", "admin", settings, List.of("-Xmx256m", "-XX:+UseSerialGC"));
        instance.awaitReady();
        return new AdminService(instance, keys);
    }

    Answer get(String path) throws Exception {
        return send("GET", path, null);
    }

    Answer delete(String path) throws Exception {
        return send("DELETE", path, null);
    }

    Answer post(String path, Map<String, Object> body) throws Exception {
        return send("POST", path, body);
    }

    @Override
    public void close() {
        instance.close();
    }

    private Answer send(String method, String path, Map<String, Object> body)
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(instance.url() + path))
                .header("Authorization", "Bearer " + operator())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    private String operator() throws GeneralSecurityException, IOException {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = Map.of(
                "iss",
                ISSUER,
                "aud",
                AUDIENCE,
                "sub",
                "system-tests",
                "groups",
                List.of("operator"),
                "iat",
                now,
                "exp",
                now + 300);
        String content = encode(Map.of("alg", "RS256", "typ", "JWT")) + "." + encode(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(content.getBytes(UTF_8));
        return content + "." + BASE64URL.encodeToString(signature.sign());
    }

    private static String encode(Map<String, Object> members) throws IOException {
        return BASE64URL.encodeToString(JSON.writeValueAsBytes(members));
    }
}

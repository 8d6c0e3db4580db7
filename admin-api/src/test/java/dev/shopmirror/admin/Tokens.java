package dev.shopmirror.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens as the issuer would sign them. */
public final class Tokens {

    private Tokens() {}

    public static String operator() {
        return sign(claims("operator"));
    }

    public static String viewer() {
        return sign(claims("viewer"));
    }

    /** A token that is for these stores alone. */
    public static String limitedTo(String group, String... storeIds) {
        return sign(claims(group).claim("stores", List.of(storeIds)));
    }

    /** A valid set of claims, to be spoilt. */
    static JwtClaimsBuilder claims(String group) {
        return Jwt.issuer(AdminEnvironment.ISSUER)
                .audience(AdminEnvironment.AUDIENCE)
                .subject("olga@example.com")
                .groups(group)
                .expiresIn(Duration.ofMinutes(5));
    }

    static String sign(JwtClaimsBuilder claims) {
        return claims.sign(signingKey());
    }

    /** By another key of the issuer's: a PEM file that the setting names. */
    static String sign(JwtClaimsBuilder claims, String keyId, String algorithm, String setting) {
        return claims.jws().keyId(keyId).sign(privateKey(algorithm, setting));
    }

    /** With these claims alone; the library above adds some of its own. */
    static String ofExactly(Map<String, Object> claims) {
        try {
            String content = base64Url(json(Map.of("alg", "RS256", "typ", "JWT"))) + "." + base64Url(json(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signingKey());
            signature.update(content.getBytes(UTF_8));
            return content + "." + base64Url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(Map<String, Object> members) {
        try {
            return new ObjectMapper().writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64Url(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    static String content(String setting) {
        try {
            return Files.readString(Path.of(setting(setting)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrivateKey signingKey() {
        return privateKey("RSA", AdminEnvironment.SIGNING_KEY);
    }

    private static PrivateKey privateKey(String algorithm, String setting) {
        try {
            String base64 = content(setting).replaceAll("-----[A-Z ]+-----", "");
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

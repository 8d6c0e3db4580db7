package dev.shopmirror.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;

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
        try {
            String base64 = content(AdminEnvironment.SIGNING_KEY).replaceAll("-----[A-Z ]+-----", "");
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.shopmirror.admin.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Sets the accepted signature algorithm after the key. SmallRye JWT reads a PEM as a key of the first algorithm of an
 * unordered set, so for a PEM exactly one may be configured.
 */
public final class SigningAlgorithmSource implements ConfigSourceFactory {

    private static final String LOCATION = "JWT_PUBLIC_KEY_LOCATION";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String location = context.getValue(LOCATION).getValue();
        if (location == null || location.isBlank()) {
            return List.of(); // the build, where nothing is known yet
        }
        String algorithms = String.join(",", algorithms(location));
        Map<String, String> settings = Map.of("mp.jwt.verify.publickey.algorithm", algorithms);
        return List.of(new PropertiesConfigSource(settings, "signing algorithm of " + LOCATION, 270));
    }

    private static List<String> algorithms(String location) {
        try {
            if (location.startsWith("https://") || location.startsWith("http://")) {
                return SigningAlgorithms.ofUrl(location);
            }
            return SigningAlgorithms.of(Files.readString(Path.of(location.replaceFirst("^file:(//)?", ""))));
        } catch (IOException e) {
            throw new IllegalStateException(LOCATION + ": " + location + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(LOCATION + ": " + location + " " + e.getMessage(), e);
        }
    }
}

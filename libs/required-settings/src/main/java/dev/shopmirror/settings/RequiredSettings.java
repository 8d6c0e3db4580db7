package dev.shopmirror.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The settings a program cannot start without. All that are missing are reported at once, in the spelling of the
 * environment and with what each is for.
 */
public final class RequiredSettings {

    /** Exit code for wrong configuration, EX_CONFIG of sysexits.h. */
    public static final int EXIT_CODE = 78;

    private final String program;
    private final Map<List<String>, String> purposes = new LinkedHashMap<>();

    private RequiredSettings(String program) {
        this.program = program;
    }

    public static RequiredSettings of(String program) {
        return new RequiredSettings(program);
    }

    public RequiredSettings require(String name, String purpose) {
        return requireOneOf(List.of(name), purpose);
    }

    /** At least one of the names must be set. */
    public RequiredSettings requireOneOf(List<String> names, String purpose) {
        purposes.put(names, purpose);
        return this;
    }

    /** Ends the program when a setting is missing in the environment, the system properties or {@code .env}. */
    @SuppressWarnings("SystemOut") // no logging before the configuration stands
    public void exitIfMissing() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .withSources(new DotEnvConfigSourceProvider())
                .build();
        List<String> missing = missing(name -> config.getConfigValue(name).getValue());
        if (!missing.isEmpty()) {
            System.err.println(report(missing));
            System.exit(EXIT_CODE);
        }
    }

    /** One line a missing setting; empty when all are there. A blank value counts as missing. */
    List<String> missing(Function<String, @Nullable String> lookup) {
        List<String> missing = new ArrayList<>();
        purposes.forEach((names, purpose) -> {
            if (names.stream().map(lookup).allMatch(RequiredSettings::isBlank)) {
                missing.add(String.join(" or ", names) + ": " + purpose);
            }
        });
        return missing;
    }

    private String report(List<String> missing) {
        return program + " cannot start, these settings are missing (environment, system properties or .env):\n  "
                + String.join("\n  ", missing);
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}

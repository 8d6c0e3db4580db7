package dev.shopmirror.system;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** docker-compose.yml at the root. */
final class ComposeFile {

    private static final String NAME = "docker-compose.yml";
    private static final Pattern INTERPOLATED = Pattern.compile("\\$\\{([A-Z_]+)");

    private final YamlNode services = RepositoryFiles.yaml(NAME).get(0).at("services");

    YamlNode environment(String service) {
        return services.at(service, "environment");
    }

    /** Variables that are always set, or without which Compose refuses to start. */
    Set<String> certainVariables(String service) {
        YamlNode environment = environment(service);
        Set<String> certain = new TreeSet<>(environment.keys());
        certain.removeIf(variable -> environment.at(variable).isEmpty());
        return certain;
    }

    /** What the file takes from the shell or from .env. */
    Set<String> settings() {
        Set<String> settings = new TreeSet<>();
        INTERPOLATED.matcher(RepositoryFiles.read(NAME)).results().forEach(match -> settings.add(match.group(1)));
        for (String service : services.keys()) {
            Set<String> handedThrough = environment(service).keys();
            handedThrough.removeAll(certainVariables(service));
            settings.addAll(handedThrough);
        }
        return settings;
    }
}

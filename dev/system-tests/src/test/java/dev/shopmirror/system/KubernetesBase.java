package dev.shopmirror.system;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** deploy/kubernetes/base: workloads take their environment from Secrets and from ConfigMaps that Kustomize generates. */
final class KubernetesBase {

    private static final String FOLDER = "deploy/kubernetes/base/";

    private final List<YamlNode> generators = RepositoryFiles.yaml(FOLDER + "kustomization.yaml")
            .get(0)
            .at("configMapGenerator")
            .items();

    Set<String> variables(String workload) {
        Set<String> variables = certainVariables(workload);
        container(workload).at("env").items().forEach(entry -> variables.add(name(entry)));
        return variables;
    }

    /** Without those from optional keys of a Secret. */
    Set<String> certainVariables(String workload) {
        YamlNode container = container(workload);
        Set<String> certain = new TreeSet<>();
        for (YamlNode source : container.at("envFrom").items()) {
            certain.addAll(configMap(source.at("configMapRef", "name").text()));
        }
        for (YamlNode entry : container.at("env").items()) {
            if (entry.at("valueFrom", "secretKeyRef", "optional").isEmpty()) {
                certain.add(name(entry));
            }
        }
        return certain;
    }

    private static YamlNode container(String workload) {
        return RepositoryFiles.yaml(FOLDER + workload + ".yaml")
                .get(0)
                .at("spec", "template", "spec", "containers")
                .items()
                .get(0);
    }

    private Set<String> configMap(String name) {
        return generators.stream()
                .filter(generator -> name(generator).equals(name))
                .flatMap(generator -> generator.at("envs").items().stream())
                .flatMap(file -> RepositoryFiles.read(FOLDER + file.text()).lines())
                .filter(line -> line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
    }

    private static String name(YamlNode node) {
        return node.at("name").text();
    }
}

package dev.shopmirror.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The checkout this module lies in. */
public final class RepositoryFiles {

    private static final Path ROOT = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../..")
            .normalize();

    private RepositoryFiles() {}

    public static Path path(String fromRoot) {
        return ROOT.resolve(fromRoot);
    }

    /** The one file of the folder that matches the glob. */
    static Path only(String folder, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path(folder), glob)) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.size() != 1) {
            throw new IllegalStateException("One " + glob + " expected in " + folder + ", there are " + found);
        }
        return found.get(0);
    }

    static String read(String fromRoot) {
        try {
            return Files.readString(path(fromRoot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<YamlNode> yaml(String fromRoot) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return Stream.of(read(fromRoot).split("(?m)^---$"))
                .map(document -> new YamlNode(yaml.load(document)))
                .toList();
    }
}

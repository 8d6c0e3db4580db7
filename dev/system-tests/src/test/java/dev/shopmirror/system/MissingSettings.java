package dev.shopmirror.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a program ends that is started without any setting.
 *
 * @param settings each set is a line "A or B: purpose" of its report: the names of which one is missing
 */
record MissingSettings(int exitCode, List<Set<String>> settings, String output) {

    private static final Pattern LINE = Pattern.compile("(?m)^ {2}([A-Z_]+(?: or [A-Z_]+)*): \\S.*$");

    /** @param emptyDirectory to start in, so that no .env is found */
    static MissingSettings of(Program program, Path emptyDirectory) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", program.jar().toString())
                .directory(emptyDirectory.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor(1, TimeUnit.MINUTES);
            return new MissingSettings(process.exitValue(), parse(output), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Set<String>> parse(String output) {
        return LINE.matcher(output).results().map(MissingSettings::names).toList();
    }

    private static Set<String> names(MatchResult line) {
        return Set.of(line.group(1).split(" or "));
    }
}

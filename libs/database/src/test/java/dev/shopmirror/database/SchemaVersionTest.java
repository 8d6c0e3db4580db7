package dev.shopmirror.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SchemaVersionTest {

    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__\\w+\\.sql");

    @Test
    void currentIsTheNewestMigration() throws IOException {
        assertThat(versions()).last().isEqualTo(SchemaVersion.CURRENT);
    }

    @Test
    void everyMigrationIsNumberedAndNoNumberIsUsedTwice() throws IOException {
        assertThat(versions()).doesNotHaveDuplicates().hasSameSizeAs(files());
    }

    @Test
    void olderSchemaOrNoneDoesNotSufficeAndANewerOneDoes() {
        assertThat(SchemaVersion.suffices(null)).isFalse();
        assertThat(SchemaVersion.suffices(SchemaVersion.CURRENT - 1)).isFalse();
        assertThat(SchemaVersion.suffices(SchemaVersion.CURRENT)).isTrue();
        assertThat(SchemaVersion.suffices(SchemaVersion.CURRENT + 1)).isTrue();
    }

    @Test
    void historyThatIsMissingOrForbiddenIsThatOfAnOlderSchema() {
        assertThat(SchemaVersion.isTooOld("42P01")).isTrue();
        assertThat(SchemaVersion.isTooOld("42501")).isTrue();
    }

    @Test
    void databaseThatIsAwaySaysNothingOfItsSchema() {
        assertThat(SchemaVersion.isTooOld(null)).isFalse();
        assertThat(SchemaVersion.isTooOld("57P03")).isFalse();
        assertThat(SchemaVersion.isTooOld("08006")).isFalse();
    }

    private static List<Integer> versions() throws IOException {
        return files().stream()
                .flatMap(file -> MIGRATION.matcher(file).results())
                .map(SchemaVersionTest::number)
                .sorted()
                .toList();
    }

    private static int number(MatchResult migration) {
        return Integer.parseInt(migration.group(1));
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
        }
    }
}

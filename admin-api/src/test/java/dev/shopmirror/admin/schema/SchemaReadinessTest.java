package dev.shopmirror.admin.schema;

import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.database.SchemaVersion;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
@WithTestResource(value = OtherDatabase.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SchemaReadinessTest {

    private static final String HISTORY = "CREATE TABLE flyway_schema_history (version varchar(50), success boolean)";
    private static final String GRANT = "GRANT SELECT ON flyway_schema_history TO shopmirror_admin";
    private static final String CURRENT = Integer.toString(SchemaVersion.CURRENT);

    @AfterEach
    void emptyTheDatabase() {
        OtherDatabase.recreate();
    }

    @Test
    void databaseWithoutAHistoryIsNotReady() {
        awaitCheck("DOWN", "none");
    }

    @Test
    void historyThatMayNotBeReadIsThatOfAnOlderSchema() {
        OtherDatabase.execute(HISTORY);
        record(CURRENT, true);

        awaitCheck("DOWN", "none");
    }

    @Test
    void olderSchemaIsNotReady() {
        OtherDatabase.execute(HISTORY);
        OtherDatabase.execute(GRANT);
        record("1", true);
        record(CURRENT, false);

        awaitCheck("DOWN", "1");
    }

    @Test
    void neededSchemaIsReadyAndSoIsANewerOne() {
        OtherDatabase.execute(HISTORY);
        OtherDatabase.execute(GRANT);
        record("1", true);
        record(CURRENT, true);
        awaitCheck("UP", CURRENT);

        record("1000", true);
        awaitCheck("UP", "1000");
    }

    @Test
    void databaseThatIsAwayIsNoOlderSchema() {
        OtherDatabase.drop();

        awaitCheck("UP", "unknown");
    }

    @Test
    void databaseThatIsSilentIsNoOlderSchema() throws SQLException {
        OtherDatabase.execute(HISTORY);
        OtherDatabase.execute(GRANT);
        record("1", true);

        try (Connection lock = OtherDatabase.begin("LOCK TABLE flyway_schema_history IN ACCESS EXCLUSIVE MODE")) {
            awaitCheck("UP", "unknown");
        }
    }

    private static void awaitCheck(String status, String found) {
        String check = "checks.find { it.name == 'Database schema' }";
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> when().get("/q/health/ready")
                .then()
                .body(check + ".status", equalTo(status))
                .body(check + ".data.found", equalTo(found))
                .body(check + ".data.needed", equalTo(SchemaVersion.CURRENT)));
    }

    private static void record(String version, boolean success) {
        OtherDatabase.execute("INSERT INTO flyway_schema_history VALUES ('%s', %s)".formatted(version, success));
    }
}

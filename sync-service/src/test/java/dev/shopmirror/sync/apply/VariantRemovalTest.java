package dev.shopmirror.sync.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresServer;

class VariantRemovalTest {

    /** A loop over both took most of a batch's time in the database. */
    @Test
    void listedVariantsAreHashedHoweverFewPostgresTakesThemFor() throws SQLException {
        // as text, for the client would want values for the placeholders
        String url = PostgresServer.shared().jdbcUrl() + "?preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.OWNER, PostgresServer.OWNER);
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + VariantRemoval.SQL)) {
            StringBuilder lines = new StringBuilder();
            while (plan.next()) {
                lines.append(plan.getString(1)).append('\n');
            }
            assertThat(lines).contains("hashed SubPlan");
        }
    }
}

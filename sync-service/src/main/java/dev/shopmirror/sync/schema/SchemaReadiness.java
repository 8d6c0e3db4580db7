package dev.shopmirror.sync.schema;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.shopmirror.database.SchemaVersion;

/** Not ready while nothing can be consumed for want of a migration. */
@Readiness
class SchemaReadiness implements HealthCheck {

    private final SchemaGate gate;

    SchemaReadiness(SchemaGate gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        SchemaState state = gate.state();
        return HealthCheckResponse.named("Database schema")
                .status(state.suffices())
                .withData("found", state.version())
                .withData("needed", SchemaVersion.CURRENT)
                .build();
    }
}

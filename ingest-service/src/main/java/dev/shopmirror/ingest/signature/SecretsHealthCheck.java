package dev.shopmirror.ingest.signature;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Shows each loaded secret's fingerprint: nodes that differ here refuse each other's deliveries. */
@Readiness
@ApplicationScoped
class SecretsHealthCheck implements HealthCheck {

    private final SignatureConfig config;

    SecretsHealthCheck(SignatureConfig config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Webhook secrets");
        var secrets = Secrets.loaded(config);
        secrets.forEach(secret -> response.withData(secret.name(), secret.fingerprint()));
        return response.status(!secrets.isEmpty()).build();
    }
}

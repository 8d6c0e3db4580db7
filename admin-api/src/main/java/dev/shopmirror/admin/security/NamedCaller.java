package dev.shopmirror.admin.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses a token that does not say who calls. MicroProfile JWT contents itself with {@code upn} or
 * {@code preferred_username}, but the audit log and redrives name the caller by {@code sub}.
 */
@ApplicationScoped
class NamedCaller implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && !isNamed(token)
                ? Uni.createFrom().failure(new AuthenticationFailedException("The token has no claim sub"))
                : Uni.createFrom().item(identity);
    }

    private static boolean isNamed(JsonWebToken token) {
        String subject = token.getSubject();
        return subject != null && !subject.isBlank();
    }
}

package dev.shopmirror.admin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.json.Json;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

class StoreScopeTest {

    private static final UUID OWN = UUID.fromString("3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11");
    private static final UUID FOREIGN = UUID.fromString("3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c12");

    @Test
    void tokenWithoutTheClaimSeesEveryStore() {
        StoreScope scope = new StoreScope(new Token(Map.of()));

        assertThat(scope.limit()).isEmpty();
        assertThat(scope.require(FOREIGN)).isEqualTo(FOREIGN);
    }

    @Test
    void tokenWithTheClaimSeesTheNamedStoresAlone() {
        StoreScope scope = new StoreScope(new Token(
                Map.of("stores", Json.createArrayBuilder().add(OWN.toString()).build())));

        assertThat(scope.limit()).contains(Set.of(OWN));
        assertThat(scope.require(OWN)).isEqualTo(OWN);
        assertThatThrownBy(() -> scope.require(FOREIGN))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(Problem.STORE_FORBIDDEN));
    }

    @ParameterizedTest
    @MethodSource("limitsThatNameNothing")
    void limitThatCannotBeReadAllowsNothing(Object claim) {
        assertThat(new StoreScope(new Token(Map.of("stores", claim))).limit()).contains(Set.of());
    }

    static List<Object> limitsThatNameNothing() {
        return List.of(List.of(), List.of("acme.myshopify.com"), OWN.toString(), List.of(42), Map.of());
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "olga";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}

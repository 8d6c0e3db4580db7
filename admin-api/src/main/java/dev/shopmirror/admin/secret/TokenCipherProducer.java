package dev.shopmirror.admin.secret;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

/** Makes the cipher when the service starts, so that wrong keys end the start and not the first request. */
@Dependent
class TokenCipherProducer {

    @Produces
    @Singleton
    @Startup
    TokenCipher tokenCipher(TokenEncryptionConfig config) {
        return new TokenCipher(KeyRing.parse(config.keys()));
    }
}

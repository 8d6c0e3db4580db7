package dev.shopmirror.admin.secret;

import io.smallrye.config.ConfigMapping;

/** How stored access tokens are encrypted. */
@ConfigMapping(prefix = "token-encryption")
interface TokenEncryptionConfig {

    /** {@code keyId:base64 of 32 bytes[,…]}: the first encrypts, all decrypt. */
    String keys();
}

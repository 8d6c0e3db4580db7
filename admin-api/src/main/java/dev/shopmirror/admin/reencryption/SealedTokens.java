package dev.shopmirror.admin.reencryption;

import java.util.UUID;

/** A store's tokens as they are kept; null where there is none. */
record SealedTokens(UUID storeId, String accessToken, String refreshToken) {

    /** Without the ciphertexts. */
    @Override
    public String toString() {
        return "SealedTokens[" + storeId + "]";
    }
}

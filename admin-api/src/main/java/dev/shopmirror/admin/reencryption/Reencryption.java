package dev.shopmirror.admin.reencryption;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.credential.TokenSeal;
import dev.shopmirror.admin.credential.TokenSeal.Column;
import dev.shopmirror.admin.problem.ProblemException;

/** Brings every stored token under the key that encrypts now, so that older keys can be taken away. */
@ApplicationScoped
class Reencryption {

    private static final Logger log = Logger.getLogger(Reencryption.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Read at a time. */
    private static final int CHUNK = 100;

    private final SealedTokenRows rows;
    private final TokenSeal seal;

    Reencryption(SealedTokenRows rows, TokenSeal seal) {
        this.rows = rows;
        this.seal = seal;
    }

    Uni<ReencryptionAnswer> run() {
        return runAfter(BEFORE_ALL, 0).flatMap(this::answer);
    }

    private Uni<Long> runAfter(UUID last, long done) {
        return rows.underAnotherKey(last, seal.currentKeyId(), CHUNK)
                .flatMap(chunk -> chunk.isEmpty()
                        ? Uni.createFrom().item(done)
                        : runChunk(chunk).flatMap(count -> runAfter(lastOf(chunk), done + count)));
    }

    private Uni<Long> runChunk(List<SealedTokens> chunk) {
        return Multi.createFrom()
                .iterable(chunk)
                .onItem()
                .transformToUniAndConcatenate(this::reencrypt)
                .filter(replaced -> replaced)
                .collect()
                .with(Collectors.counting());
    }

    /** Whether the tokens were replaced. Whoever was faster may have used an older key: what is left is asked at the end. */
    private Uni<Boolean> reencrypt(SealedTokens old) {
        return Uni.createFrom()
                .item(() -> anew(old))
                .flatMap(ciphertext -> rows.replace(old, ciphertext))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> leave(old, failure));
    }

    private SealedTokens anew(SealedTokens old) {
        return new SealedTokens(
                old.storeId(),
                anew(old.storeId(), Column.ACCESS_TOKEN, old.accessToken()),
                anew(old.storeId(), Column.REFRESH_TOKEN, old.refreshToken()));
    }

    private String anew(UUID storeId, Column column, String ciphertext) {
        return seal.seal(storeId, column, seal.open(storeId, column, ciphertext));
    }

    private static boolean leave(SealedTokens tokens, Throwable failure) {
        log.warnf("Tokens could not be encrypted anew store=%s: %s", tokens.storeId(), failure.getMessage());
        return false;
    }

    private static UUID lastOf(List<SealedTokens> chunk) {
        return chunk.get(chunk.size() - 1).storeId();
    }

    private Uni<ReencryptionAnswer> answer(long reencrypted) {
        return rows.count().flatMap(stores -> rows.idsUnderAnotherKey(seal.currentKeyId())
                .map(left -> answer(reencrypted, stores, left)));
    }

    private ReencryptionAnswer answer(long reencrypted, long stores, List<UUID> left) {
        long alreadyCurrent = Math.max(0, stores - reencrypted - left.size());
        return new ReencryptionAnswer(left.isEmpty(), seal.currentKeyId(), reencrypted, alreadyCurrent, left);
    }
}

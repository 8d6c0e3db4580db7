package dev.shopmirror.admin.shopify.call;

import java.util.function.Consumer;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.gate.Usage;

/** Makes of an answer what the caller wants. */
@FunctionalInterface
public interface AnswerReader<T> {

    /**
     * @param meter takes what the answer tells of the shop's limit, be it a refusal
     * @throws ShopifyException when the answer is a refusal or nonsense
     */
    T read(Answer answer, Consumer<Usage> meter);
}

package dev.shopmirror.sync.delivery;

/**
 * What makes two deliveries the same one.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/verify-deliveries">Shopify: ignoring duplicates</a>
 */
public record DeliveryKey(String shopDomain, String topic, String webhookId) {}

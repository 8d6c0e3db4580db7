package dev.shopmirror.ingest.intake;

import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/**
 * What is written about deliveries. Never a body, never a secret, and never a signature: whoever has the body from
 * elsewhere could send the two again under another shop's name.
 */
@Singleton
class DeliveryLog {

    private static final Logger LOG = Logger.getLogger(DeliveryLog.class);

    /** The first cause an operator should look for stands first. */
    private static final String UNSIGNED_HINT =
            "If Shopify sent it: was the webhook made by a second app, or by hand in the store's Settings > Notifications"
                    + " (they sign with secrets of their own, the latter's is SHOPIFY_WEBHOOK_SECRET)? Was the secret rotated"
                    + " (SHOPIFY_CLIENT_SECRET_PREVIOUS)? Does a proxy on the way rewrite or decompress bodies?";

    void accepted(AdmittedDelivery accepted, long durationMillis) {
        if (LOG.isInfoEnabled()) {
            Delivery delivery = accepted.delivery();
            LOG.info("Received webhook: " + LogText.printable(accepted.topic()) + " from " + accepted.shop()
                    + " webhookId=" + LogText.printable(delivery.headers().webhookId()) + " bytes="
                    + delivery.body().length + " durationMs=" + durationMillis);
        }
    }

    void notQueued(AdmittedDelivery refused, String reason) {
        LOG.warnf(
                "Webhook not queued, Shopify is told to send it again: topic=%s shop=%s webhookId=%s reason=%s",
                LogText.printable(refused.topic()),
                refused.shop(),
                LogText.printable(refused.delivery().headers().webhookId()),
                reason);
    }

    void unsigned(Delivery refused, List<String> secretsTried) {
        DeliveryHeaders headers = refused.headers();
        LOG.warnf(
                "Invalid HMAC signature: signature=%s secretsTried=%s bytes=%d bodySha256=%s contentHeaders=%s"
                        + " claimedShop=%s claimedTopic=%s. %s",
                headers.signature() == null ? "absent" : "present",
                secretsTried,
                refused.body().length,
                LogText.sha256(refused.body()),
                LogText.printable(headers.content().toString()),
                LogText.printable(headers.shop()),
                LogText.printable(headers.topic(refused.pathTopic()).orElse(null)),
                UNSIGNED_HINT);
    }
}

package dev.shopmirror.ingest.intake;

import jakarta.inject.Singleton;

import dev.shopmirror.event.ShopDomain;
import dev.shopmirror.ingest.problem.Problem;
import dev.shopmirror.ingest.problem.ProblemException;
import dev.shopmirror.ingest.signature.SignatureVerifier;

/** Decides whether a delivery is taken. The signature comes first: before it holds, nothing of the body is read. */
@Singleton
class Admission {

    private final SignatureVerifier verifier;
    private final DeliveryLog log;

    Admission(SignatureVerifier verifier, DeliveryLog log) {
        this.verifier = verifier;
        this.log = log;
    }

    /** @throws ProblemException when the delivery is refused */
    AdmittedDelivery admit(Delivery delivery) {
        DeliveryHeaders headers = delivery.headers();
        String secretName =
                verifier.matchingSecret(headers.signature(), delivery.body()).orElseThrow(() -> unsigned(delivery));
        String shop = ShopDomain.parse(headers.shop())
                .orElseThrow(() -> new ProblemException(
                        Problem.INVALID_SHOP, "X-Shopify-Shop-Domain must name a shop, like acme.myshopify.com"));
        String topic = headers.topic(delivery.pathTopic())
                .orElseThrow(() -> new ProblemException(
                        Problem.MISSING_TOPIC,
                        "X-Shopify-Topic is missing, and the path names no topic, like products/update"));
        return new AdmittedDelivery(shop, topic, secretName, delivery);
    }

    private ProblemException unsigned(Delivery delivery) {
        log.unsigned(delivery, verifier.secretNames());
        return new ProblemException(
                Problem.INVALID_HMAC,
                "X-Shopify-Hmac-Sha256 is not the Base64 HMAC-SHA256 of the body with a secret known here");
    }
}

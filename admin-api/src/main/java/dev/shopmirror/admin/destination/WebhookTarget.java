package dev.shopmirror.admin.destination;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;

/** Where deliveries are to go, as configured. */
@ApplicationScoped
public class WebhookTarget {

    private final WebhookBaseUrl baseUrl;
    private final List<String> defaultTopics;
    private final boolean shopifyIsLocal;

    @Inject
    WebhookTarget(WebhookConfig config, ShopifyEndpoint shopify) {
        this(WebhookBaseUrl.of(config.baseUrl().or(config::backendUrl).orElse("")), config.topics(), shopify.isLocal());
    }

    /** @param shopifyIsLocal Shopify is a simulator on this machine */
    public WebhookTarget(WebhookBaseUrl baseUrl, List<String> defaultTopics, boolean shopifyIsLocal) {
        this.baseUrl = baseUrl;
        this.defaultTopics = defaultTopics;
        this.shopifyIsLocal = shopifyIsLocal;
    }

    public WebhookBaseUrl baseUrl() {
        return baseUrl;
    }

    public Optional<String> warning() {
        return baseUrl.warning(shopifyIsLocal);
    }

    /** @param topics null for the configured ones */
    public List<WantedWebhook> wanted(Collection<String> topics) {
        Collection<String> wanted = topics == null ? defaultTopics : topics;
        return wanted.stream()
                .distinct()
                .map(topic -> new WantedWebhook(topic, baseUrl.addressOf(topic)))
                .toList();
    }

    /** Fails with a problem, so that Shopify is not asked for what it would refuse. */
    public void requireUsableBaseUrl() {
        baseUrl.refusal(shopifyIsLocal).ifPresent(why -> {
            throw ProblemException.of(Problem.BASE_URL_REFUSED, baseUrl.value() + " " + why);
        });
    }
}

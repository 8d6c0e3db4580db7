package dev.shopmirror.admin.destination;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.wanted.WantedTopic;

/** Where deliveries are to go, as configured. */
@ApplicationScoped
public class WebhookTarget {

    private final WebhookBaseUrl baseUrl;
    private final List<WantedTopic> defaultTopics;
    private final KnownTopics known;
    private final boolean shopifyIsLocal;

    @Inject
    WebhookTarget(WebhookConfig config, ShopifyEndpoint shopify) {
        this(
                WebhookBaseUrl.of(config.baseUrl().or(config::backendUrl).orElse("")),
                config.topics(),
                config.knownTopics().orElse(List.of()),
                shopify.isLocal());
    }

    /**
     * @param knownTopics those beyond the list of this service
     * @param shopifyIsLocal Shopify is a simulator on this machine
     */
    public WebhookTarget(
            WebhookBaseUrl baseUrl, List<String> defaultTopics, List<String> knownTopics, boolean shopifyIsLocal) {
        this.baseUrl = baseUrl;
        this.defaultTopics =
                defaultTopics.stream().distinct().map(WantedTopic::of).toList();
        this.known = new KnownTopics(knownTopics);
        this.shopifyIsLocal = shopifyIsLocal;
    }

    public WebhookBaseUrl baseUrl() {
        return baseUrl;
    }

    public Optional<String> warning() {
        return baseUrl.warning(shopifyIsLocal);
    }

    /** What a store should have that names nothing of its own. */
    public List<WantedTopic> defaultTopics() {
        return defaultTopics;
    }

    public WantedWebhook webhook(WantedTopic wanted) {
        return new WantedWebhook(wanted.topic(), baseUrl.addressOf(wanted.topic()), wanted.fields(), wanted.filter());
    }

    /** Asks nobody: what Shopify would refuse, or the mirror could not live with, is seen here. */
    public Judgement judge(WantedTopic wanted) {
        return Judgement.of(wanted, known);
    }

    /** Why nothing can be delivered, or empty. */
    public Optional<String> refusal() {
        return baseUrl.refusal(shopifyIsLocal).map(why -> baseUrl.value() + " " + why);
    }

    /** Fails with a problem, so that Shopify is not asked for what it would refuse. */
    public void requireUsableBaseUrl() {
        refusal().ifPresent(why -> {
            throw ProblemException.of(Problem.BASE_URL_REFUSED, why);
        });
    }
}

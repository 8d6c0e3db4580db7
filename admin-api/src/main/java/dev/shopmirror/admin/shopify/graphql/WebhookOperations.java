package dev.shopmirror.admin.shopify.graphql;

/**
 * The queries that subscriptions need. {@code uri} is there since API version 2025-10. A creation may be repeated: what
 * is there already is refused as taken.
 */
final class WebhookOperations {

    private static final String FIELDS =
            " id topic uri format includeFields filter createdAt updatedAt apiVersion { handle } ";

    static final GraphQlOperation LIST = GraphQlOperation.repeatable("webhook-list", 60, """
            query($after: String) {
              webhookSubscriptions(first: 250, after: $after) {
                nodes {%s}
                pageInfo { hasNextPage endCursor }
              }
            }""".formatted(FIELDS));

    static final GraphQlOperation CREATE = GraphQlOperation.repeatable("webhook-create", 10, """
            mutation($topic: WebhookSubscriptionTopic!, $input: WebhookSubscriptionInput!) {
              webhookSubscriptionCreate(topic: $topic, webhookSubscription: $input) {
                webhookSubscription {%s}
                userErrors { field message }
              }
            }""".formatted(FIELDS));

    static final GraphQlOperation UPDATE = GraphQlOperation.repeatable("webhook-update", 10, """
            mutation($id: ID!, $input: WebhookSubscriptionInput!) {
              webhookSubscriptionUpdate(id: $id, webhookSubscription: $input) {
                webhookSubscription {%s}
                userErrors { field message }
              }
            }""".formatted(FIELDS));

    static final GraphQlOperation DELETE = GraphQlOperation.repeatable("webhook-delete", 10, """
            mutation($id: ID!) {
              webhookSubscriptionDelete(id: $id) {
                deletedWebhookSubscriptionId
                userErrors { field message }
              }
            }""");

    private WebhookOperations() {}
}

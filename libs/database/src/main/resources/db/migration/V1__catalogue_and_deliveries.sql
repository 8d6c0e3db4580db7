-- The deployment owns roles and their passwords; a migration only grants. So the groups must be there first.
DO $$
DECLARE
    missing text := (
        SELECT string_agg(wanted, ', ')
        FROM unnest(ARRAY['shopmirror_sync', 'shopmirror_admin']) AS wanted
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted));
BEGIN
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'Group role(s) % missing. Create them before migrating: CREATE ROLE <name> NOLOGIN', missing;
    END IF;
END $$;

CREATE TABLE store (
    id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    shop_domain           text NOT NULL UNIQUE,
    name                  text NOT NULL,
    status                text NOT NULL DEFAULT 'active'
                          CHECK (status IN ('active', 'inactive', 'uninstalled', 'disconnected', 'redacted')),
    status_reason         text,
    shopify_shop_id       bigint,
    needs_backfill        boolean NOT NULL DEFAULT true,
    installed_at          timestamptz NOT NULL DEFAULT now(),
    credential_kind       text NOT NULL
                          CHECK (credential_kind IN ('access_token', 'refreshable_token', 'client_credentials')),
    access_token          text,
    access_token_expires_at timestamptz,
    refresh_token         text,
    created_at            timestamptz NOT NULL DEFAULT now(),
    updated_at            timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE store IS 'A shop whose catalogue is mirrored, and the credentials for its Admin API.';
COMMENT ON COLUMN store.shop_domain IS 'Lower case, acme.myshopify.com. Deliveries name their shop by it.';
COMMENT ON COLUMN store.shopify_shop_id IS 'Shopify''s numeric id of the shop; null until known.';
COMMENT ON COLUMN store.needs_backfill IS 'No full comparison with Shopify has run since the store became active.';
COMMENT ON COLUMN store.installed_at IS 'When the credentials were last replaced. An uninstall triggered earlier is stale.';
COMMENT ON COLUMN store.access_token IS 'Encrypted: <key id>:<base64 of nonce and AES-256-GCM ciphertext>. Readable by admin-api alone.';
COMMENT ON COLUMN store.refresh_token IS 'Encrypted like access_token. Readable by admin-api alone.';

CREATE TABLE webhook_subscription (
    store_id    uuid NOT NULL REFERENCES store ON DELETE CASCADE,
    webhook_id  bigint NOT NULL,
    topic       text NOT NULL,
    address     text NOT NULL,
    base_url    text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (store_id, webhook_id)
);
COMMENT ON TABLE webhook_subscription IS 'Subscriptions at Shopify that admin-api created. What is not here, and not under a base URL that is, belongs to somebody else.';
COMMENT ON COLUMN webhook_subscription.webhook_id IS 'Shopify''s id of the subscription.';
COMMENT ON COLUMN webhook_subscription.base_url IS 'The public base URL at the time, so that a changed one can be migrated.';

-- Every mirrored row carries the version of the event that wrote it: one total order per resource, compared as
-- (version_at, version_triggered_at, version_webhook_id). COLLATE "C" compares ids bytewise, as Java does.
CREATE TABLE shopify_product (
    store_id              uuid NOT NULL REFERENCES store ON DELETE CASCADE,
    id                    bigint NOT NULL,
    admin_graphql_api_id  text,
    title                 text,
    handle                text,
    vendor                text,
    product_type          text,
    status                text,
    tags                  text[],
    body_html             text,
    template_suffix       text,
    published_scope       text,
    category              jsonb,
    has_variants_that_requires_components boolean,
    options               jsonb,
    images                jsonb,
    image                 jsonb,
    media                 jsonb,
    published_at          timestamptz,
    created_at            timestamptz,
    updated_at            timestamptz,
    incomplete            boolean NOT NULL DEFAULT false,
    synced_at             timestamptz NOT NULL DEFAULT now(),
    version_at            timestamptz NOT NULL,
    version_triggered_at  timestamptz NOT NULL,
    version_webhook_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (store_id, id)
);
CREATE INDEX shopify_product_last_synced ON shopify_product (store_id, synced_at DESC, id);
COMMENT ON TABLE shopify_product IS 'Products as Shopify last reported them. Columns are named as the fields of products/update.';
COMMENT ON COLUMN shopify_product.id IS 'Shopify''s product id, 64 bit.';
COMMENT ON COLUMN shopify_product.tags IS 'Shopify''s comma-separated tags, split.';
COMMENT ON COLUMN shopify_product.options IS 'As delivered: [{id, name, product_id, position, values: [...]}].';
COMMENT ON COLUMN shopify_product.images IS 'As delivered. Read as a whole with its product, so kept as one document.';
COMMENT ON COLUMN shopify_product.media IS 'As delivered. Read as a whole with its product, so kept as one document.';
COMMENT ON COLUMN shopify_product.incomplete IS 'Shopify truncated the variants of the last event (over 100); the missing ones are not here yet.';
COMMENT ON COLUMN shopify_product.synced_at IS 'When Shopmirror wrote the row. Our clock; never part of the version.';
COMMENT ON COLUMN shopify_product.version_at IS 'updated_at of the event that wrote the row, floored to the second.';
COMMENT ON COLUMN shopify_product.version_triggered_at IS 'X-Shopify-Triggered-At of that event, at most 5 minutes after its receipt.';
COMMENT ON COLUMN shopify_product.version_webhook_id IS 'X-Shopify-Webhook-Id of that event.';

CREATE TABLE shopify_product_variant (
    store_id              uuid NOT NULL,
    id                    bigint NOT NULL,
    product_id            bigint NOT NULL,
    admin_graphql_api_id  text,
    title                 text,
    price                 numeric,
    compare_at_price      numeric,
    sku                   text,
    barcode               text,
    position              integer,
    inventory_policy      text,
    inventory_item_id     bigint,
    inventory_quantity    integer,
    old_inventory_quantity integer,
    option1               text,
    option2               text,
    option3               text,
    taxable               boolean,
    image_id              bigint,
    created_at            timestamptz,
    updated_at            timestamptz,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, product_id) REFERENCES shopify_product ON DELETE CASCADE
);
CREATE INDEX shopify_product_variant_product ON shopify_product_variant (store_id, product_id);
CREATE INDEX shopify_product_variant_inventory_item ON shopify_product_variant (store_id, inventory_item_id);
CREATE INDEX shopify_product_variant_sku ON shopify_product_variant (store_id, sku);
COMMENT ON TABLE shopify_product_variant IS 'Variants of the products. They follow their product''s version and have none of their own.';
COMMENT ON COLUMN shopify_product_variant.price IS 'In the shop''s currency, digits as Shopify sent them.';
COMMENT ON COLUMN shopify_product_variant.inventory_item_id IS 'Joins shopify_inventory_level.inventory_item_id.';
COMMENT ON COLUMN shopify_product_variant.inventory_quantity IS 'Sum over locations when the product changed: a hint. Stock is shopify_inventory_level.';

CREATE TABLE shopify_inventory_level (
    store_id              uuid NOT NULL REFERENCES store ON DELETE CASCADE,
    inventory_item_id     bigint NOT NULL,
    location_id           bigint NOT NULL,
    available             integer,
    updated_at            timestamptz,
    synced_at             timestamptz NOT NULL DEFAULT now(),
    version_at            timestamptz NOT NULL,
    version_triggered_at  timestamptz NOT NULL,
    version_webhook_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (store_id, inventory_item_id, location_id)
);
COMMENT ON TABLE shopify_inventory_level IS 'Stock of an inventory item at a location; kept also for items whose variant is not known yet.';
COMMENT ON COLUMN shopify_inventory_level.available IS 'Units available to sell; may be negative; null when the item is not tracked.';

CREATE TABLE tombstone (
    store_id              uuid NOT NULL REFERENCES store ON DELETE CASCADE,
    kind                  text NOT NULL,
    id                    bigint NOT NULL,
    sub_id                bigint NOT NULL DEFAULT 0,
    version_at            timestamptz NOT NULL,
    version_triggered_at  timestamptz NOT NULL,
    version_webhook_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (store_id, kind, id, sub_id)
);
COMMENT ON TABLE tombstone IS 'What Shopify reported as deleted, so that an older event that comes later does not bring it back.';
COMMENT ON COLUMN tombstone.kind IS 'product, or inventory_level with sub_id = location id.';

CREATE TABLE webhook_delivery (
    shop_domain      text NOT NULL,
    topic            text NOT NULL,
    webhook_id       text COLLATE "C" NOT NULL,
    event_id         text,
    resource_id      bigint,
    triggered_at     timestamptz,
    received_at      timestamptz NOT NULL,
    committed_at     timestamptz NOT NULL,
    outcome          text NOT NULL CHECK (outcome IN ('applied', 'stale', 'ignored', 'dead_lettered')),
    reason           text,
    error            text,
    attempts         integer NOT NULL DEFAULT 1,
    duplicates       integer NOT NULL DEFAULT 0,
    source           text NOT NULL,
    kafka_topic      text NOT NULL,
    kafka_partition  integer NOT NULL,
    kafka_offset     bigint NOT NULL,
    PRIMARY KEY (shop_domain, topic, webhook_id)
);
CREATE INDEX webhook_delivery_committed ON webhook_delivery (committed_at);
COMMENT ON TABLE webhook_delivery IS 'One row a delivery: what became of it. Rows are removed after the retention time.';
COMMENT ON COLUMN webhook_delivery.webhook_id IS 'X-Shopify-Webhook-Id; kafka:topic-partition-offset when the delivery had none.';
COMMENT ON COLUMN webhook_delivery.outcome IS 'applied, stale (a newer state was there), ignored or dead_lettered; reason says why.';
COMMENT ON COLUMN webhook_delivery.duplicates IS 'How many further copies of this delivery came.';
COMMENT ON COLUMN webhook_delivery.kafka_offset IS 'With kafka_topic and kafka_partition: where the raw body is while Kafka retains it.';

GRANT USAGE ON SCHEMA public TO shopmirror_sync, shopmirror_admin;

-- sync-service never sees a token: of store it may read these columns only, and lock rows (which takes UPDATE on one).
GRANT SELECT (id, shop_domain, status, shopify_shop_id, installed_at, needs_backfill),
      UPDATE (status, status_reason, shopify_shop_id, needs_backfill, updated_at) ON store TO shopmirror_sync;
GRANT SELECT, INSERT, UPDATE, DELETE
    ON shopify_product, shopify_product_variant, shopify_inventory_level, tombstone, webhook_delivery
    TO shopmirror_sync;

GRANT SELECT, INSERT, UPDATE, DELETE ON store, webhook_subscription TO shopmirror_admin;
GRANT SELECT ON shopify_product, shopify_product_variant, shopify_inventory_level, tombstone, webhook_delivery
    TO shopmirror_admin;

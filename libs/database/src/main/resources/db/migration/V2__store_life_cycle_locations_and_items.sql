-- What Shopify tells of the shop itself.
ALTER TABLE store
    ADD COLUMN uninstalled_at   timestamptz,
    ADD COLUMN access_scopes    text[],
    ADD COLUMN access_scopes_at timestamptz,
    ADD COLUMN currency         text,
    ADD COLUMN shop_updated_at  timestamptz;

CREATE TABLE shopify_location (
    store_id              uuid NOT NULL REFERENCES store ON DELETE CASCADE,
    id                    bigint NOT NULL,
    admin_graphql_api_id  text,
    name                  text,
    address1              text,
    address2              text,
    city                  text,
    zip                   text,
    province              text,
    province_code         text,
    country               text,
    country_code          text,
    country_name          text,
    phone                 text,
    legacy                boolean,
    active                boolean,
    created_at            timestamptz,
    updated_at            timestamptz,
    synced_at             timestamptz NOT NULL DEFAULT now(),
    version_at            timestamptz NOT NULL,
    version_triggered_at  timestamptz NOT NULL,
    version_webhook_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (store_id, id)
);

CREATE TABLE shopify_inventory_item (
    store_id              uuid NOT NULL REFERENCES store ON DELETE CASCADE,
    id                    bigint NOT NULL,
    admin_graphql_api_id  text,
    sku                   text,
    cost                  numeric,
    tracked               boolean,
    requires_shipping     boolean,
    country_code_of_origin  text,
    province_code_of_origin text,
    harmonized_system_code  text,
    country_harmonized_system_codes jsonb,
    weight_value          numeric,
    weight_unit           text,
    created_at            timestamptz,
    updated_at            timestamptz,
    synced_at             timestamptz NOT NULL DEFAULT now(),
    version_at            timestamptz NOT NULL,
    version_triggered_at  timestamptz NOT NULL,
    version_webhook_id    text COLLATE "C" NOT NULL,
    PRIMARY KEY (store_id, id)
);

-- Deliveries are listed newest first for a shop, and those that ask for attention for all shops.
CREATE INDEX webhook_delivery_shop ON webhook_delivery (shop_domain, committed_at DESC);
CREATE INDEX webhook_delivery_attention ON webhook_delivery (committed_at)
    WHERE outcome IN ('dead_lettered', 'ignored');

GRANT SELECT, INSERT, UPDATE, DELETE ON shopify_location, shopify_inventory_item TO shopmirror_sync;
GRANT SELECT ON shopify_location, shopify_inventory_item TO shopmirror_admin;
-- Erasing a shop takes writing what must not be read: the tokens.
GRANT SELECT (uninstalled_at, access_scopes_at, shop_updated_at, currency),
      UPDATE (name, uninstalled_at, access_scopes, access_scopes_at, currency, shop_updated_at,
              access_token, access_token_expires_at, refresh_token) ON store TO shopmirror_sync;
-- Services compare the schema with the one they were built for.
GRANT SELECT ON flyway_schema_history TO shopmirror_sync, shopmirror_admin;

COMMENT ON COLUMN store.id IS 'Ours; what admin-api calls storeId.';
COMMENT ON COLUMN store.name IS 'Given by the operator.';
COMMENT ON COLUMN store.status IS 'Deliveries are applied while it is active, and ignored otherwise.';
COMMENT ON COLUMN store.status_reason IS 'Why the status is not active, for people.';
COMMENT ON COLUMN store.uninstalled_at IS 'When app/uninstalled was received, by our clock. shop/redact erases no sooner than 24 hours later.';
COMMENT ON COLUMN store.access_scopes IS 'Scopes granted to the app, as app/scopes_update last reported them; null until it did.';
COMMENT ON COLUMN store.access_scopes_at IS 'updated_at of that app/scopes_update; an older one is stale.';
COMMENT ON COLUMN store.currency IS 'ISO 4217, from shop/update: the currency of all prices and costs; null until it came.';
COMMENT ON COLUMN store.shop_updated_at IS 'updated_at of the last shop/update, or its X-Shopify-Triggered-At; an older one is stale.';
COMMENT ON COLUMN store.credential_kind IS 'How an access token is had: given for good, given with a refresh token, or asked for with the client''s credentials.';
COMMENT ON COLUMN store.access_token_expires_at IS 'When access_token stops working; null when that is unknown.';
COMMENT ON COLUMN store.created_at IS 'When the operator added the store. Our clock.';
COMMENT ON COLUMN store.updated_at IS 'When the row last changed. Our clock.';

COMMENT ON COLUMN webhook_subscription.store_id IS 'The store whose shop has the subscription.';
COMMENT ON COLUMN webhook_subscription.topic IS 'Shopify''s topic, products/update.';
COMMENT ON COLUMN webhook_subscription.address IS 'The URL that Shopify delivers to.';
COMMENT ON COLUMN webhook_subscription.created_at IS 'When admin-api created it. Our clock.';

COMMENT ON COLUMN shopify_product.store_id IS 'The store the product belongs to.';
COMMENT ON COLUMN shopify_product.admin_graphql_api_id IS 'gid://shopify/Product/<id>.';
COMMENT ON COLUMN shopify_product.title IS 'Name of the product.';
COMMENT ON COLUMN shopify_product.handle IS 'Part of the product''s URL. Merchants rename it; never an identity.';
COMMENT ON COLUMN shopify_product.vendor IS 'Maker or brand.';
COMMENT ON COLUMN shopify_product.product_type IS 'The merchant''s own category.';
COMMENT ON COLUMN shopify_product.status IS 'active, archived, draft or unlisted.';
COMMENT ON COLUMN shopify_product.body_html IS 'Description, HTML.';
COMMENT ON COLUMN shopify_product.template_suffix IS 'Theme template that shows the product; null or empty for the default.';
COMMENT ON COLUMN shopify_product.published_scope IS 'web or global.';
COMMENT ON COLUMN shopify_product.category IS 'Shopify''s taxonomy, as delivered: {admin_graphql_api_id, name, full_name}; null when not chosen.';
COMMENT ON COLUMN shopify_product.has_variants_that_requires_components IS 'Whether a variant is a bundle that sells only with its components.';
COMMENT ON COLUMN shopify_product.options IS 'As delivered: [{id, name, product_id, position, values: [...]}]. Variants carry their values in option1 to option3, which is what queries filter by, so the list is kept as one document.';
COMMENT ON COLUMN shopify_product.image IS 'The first of images, as delivered; null when there is none.';
COMMENT ON COLUMN shopify_product.published_at IS 'When it was published; null while it is not.';
COMMENT ON COLUMN shopify_product.created_at IS 'Shopify''s clock.';
COMMENT ON COLUMN shopify_product.updated_at IS 'Shopify''s clock, whole seconds.';

COMMENT ON COLUMN shopify_product_variant.store_id IS 'The store the variant belongs to.';
COMMENT ON COLUMN shopify_product_variant.id IS 'Shopify''s variant id, 64 bit.';
COMMENT ON COLUMN shopify_product_variant.product_id IS 'The product it is a variant of.';
COMMENT ON COLUMN shopify_product_variant.admin_graphql_api_id IS 'gid://shopify/ProductVariant/<id>.';
COMMENT ON COLUMN shopify_product_variant.title IS 'The option values, joined by Shopify.';
COMMENT ON COLUMN shopify_product_variant.compare_at_price IS 'Price before a reduction, in the shop''s currency; null when not reduced.';
COMMENT ON COLUMN shopify_product_variant.sku IS 'The merchant''s stock keeping unit; null, empty and repeated values occur.';
COMMENT ON COLUMN shopify_product_variant.barcode IS 'ISBN, UPC, GTIN or the like; null or empty when not given.';
COMMENT ON COLUMN shopify_product_variant.position IS 'Order among the product''s variants, from 1.';
COMMENT ON COLUMN shopify_product_variant.inventory_policy IS 'deny or continue: whether it sells when out of stock.';
COMMENT ON COLUMN shopify_product_variant.old_inventory_quantity IS 'As delivered. Shopify deprecates it.';
COMMENT ON COLUMN shopify_product_variant.option1 IS 'Value of the product''s first option.';
COMMENT ON COLUMN shopify_product_variant.option2 IS 'Value of the second option; null when the product has fewer.';
COMMENT ON COLUMN shopify_product_variant.option3 IS 'Value of the third option; null when the product has fewer.';
COMMENT ON COLUMN shopify_product_variant.taxable IS 'Whether tax is charged.';
COMMENT ON COLUMN shopify_product_variant.image_id IS 'Id within shopify_product.images; null when it has no image of its own.';
COMMENT ON COLUMN shopify_product_variant.created_at IS 'Shopify''s clock.';
COMMENT ON COLUMN shopify_product_variant.updated_at IS 'Shopify''s clock. Not its version: that is the product''s.';

COMMENT ON COLUMN shopify_inventory_level.store_id IS 'The store the stock belongs to.';
COMMENT ON COLUMN shopify_inventory_level.inventory_item_id IS 'Joins shopify_product_variant.inventory_item_id and shopify_inventory_item.id.';
COMMENT ON COLUMN shopify_inventory_level.location_id IS 'Joins shopify_location.id.';
COMMENT ON COLUMN shopify_inventory_level.updated_at IS 'Shopify''s clock, whole seconds.';

COMMENT ON TABLE shopify_inventory_item IS 'What is stocked, shipped and declared at customs: one for each variant. From inventory_items/*.';
COMMENT ON COLUMN shopify_inventory_item.store_id IS 'The store the item belongs to.';
COMMENT ON COLUMN shopify_inventory_item.id IS 'Shopify''s inventory item id, 64 bit. Joins shopify_product_variant.inventory_item_id.';
COMMENT ON COLUMN shopify_inventory_item.admin_graphql_api_id IS 'gid://shopify/InventoryItem/<id>.';
COMMENT ON COLUMN shopify_inventory_item.sku IS 'The same as its variant''s.';
COMMENT ON COLUMN shopify_inventory_item.cost IS 'What one unit costs the merchant, in the shop''s currency, digits as Shopify sent them; null when not given.';
COMMENT ON COLUMN shopify_inventory_item.tracked IS 'Whether Shopify counts its stock.';
COMMENT ON COLUMN shopify_inventory_item.requires_shipping IS 'Whether it is shipped.';
COMMENT ON COLUMN shopify_inventory_item.country_code_of_origin IS 'ISO 3166-1 alpha-2, for customs.';
COMMENT ON COLUMN shopify_inventory_item.province_code_of_origin IS 'ISO 3166-2 part after the country, for customs.';
COMMENT ON COLUMN shopify_inventory_item.harmonized_system_code IS 'HS code, for customs.';
COMMENT ON COLUMN shopify_inventory_item.country_harmonized_system_codes IS 'HS codes by destination, as delivered: [{harmonized_system_code, country_code}].';
COMMENT ON COLUMN shopify_inventory_item.weight_value IS 'In weight_unit.';
COMMENT ON COLUMN shopify_inventory_item.weight_unit IS 'g, kg, oz or lb.';
COMMENT ON COLUMN shopify_inventory_item.created_at IS 'Shopify''s clock.';
COMMENT ON COLUMN shopify_inventory_item.updated_at IS 'Shopify''s clock, whole seconds.';

COMMENT ON TABLE shopify_location IS 'Where stock lies: shops, warehouses, apps. From locations/*.';
COMMENT ON COLUMN shopify_location.store_id IS 'The store the location belongs to.';
COMMENT ON COLUMN shopify_location.id IS 'Shopify''s location id, 64 bit.';
COMMENT ON COLUMN shopify_location.admin_graphql_api_id IS 'gid://shopify/Location/<id>.';
COMMENT ON COLUMN shopify_location.name IS 'The merchant''s name for it.';
COMMENT ON COLUMN shopify_location.address1 IS 'First line of the address.';
COMMENT ON COLUMN shopify_location.address2 IS 'Second line of the address.';
COMMENT ON COLUMN shopify_location.city IS 'City.';
COMMENT ON COLUMN shopify_location.zip IS 'Postal code.';
COMMENT ON COLUMN shopify_location.province IS 'Name of the province or state.';
COMMENT ON COLUMN shopify_location.province_code IS 'Its code.';
COMMENT ON COLUMN shopify_location.country IS 'ISO 3166-1 alpha-2, as Shopify has it here.';
COMMENT ON COLUMN shopify_location.country_code IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN shopify_location.country_name IS 'Name of the country.';
COMMENT ON COLUMN shopify_location.phone IS 'As the merchant wrote it.';
COMMENT ON COLUMN shopify_location.legacy IS 'Whether a fulfilment service owns it.';
COMMENT ON COLUMN shopify_location.active IS 'Whether stock can be sold from it.';
COMMENT ON COLUMN shopify_location.created_at IS 'Shopify''s clock.';
COMMENT ON COLUMN shopify_location.updated_at IS 'Shopify''s clock, whole seconds.';

COMMENT ON COLUMN tombstone.store_id IS 'The store the resource belonged to.';
COMMENT ON COLUMN tombstone.kind IS 'product, location, inventory_item, or inventory_level with sub_id = location id.';
COMMENT ON COLUMN tombstone.id IS 'Shopify''s id; of an inventory level the item''s.';
COMMENT ON COLUMN tombstone.sub_id IS 'Second id of an inventory level, else 0.';

COMMENT ON COLUMN webhook_delivery.shop_domain IS 'X-Shopify-Shop-Domain; also of shops that no store is known for.';
COMMENT ON COLUMN webhook_delivery.topic IS 'X-Shopify-Topic.';
COMMENT ON COLUMN webhook_delivery.event_id IS 'X-Shopify-Event-Id: shared by the deliveries of one action of the merchant.';
COMMENT ON COLUMN webhook_delivery.resource_id IS 'Shopify''s id of the product, location or inventory item; null where none was read. Never a customer''s.';
COMMENT ON COLUMN webhook_delivery.triggered_at IS 'X-Shopify-Triggered-At, as claimed.';
COMMENT ON COLUMN webhook_delivery.received_at IS 'When ingest-service had the body. Our clock.';
COMMENT ON COLUMN webhook_delivery.committed_at IS 'When the outcome was written. Our clock.';
COMMENT ON COLUMN webhook_delivery.reason IS 'Code: why it was ignored, stale or dead-lettered; null where the outcome says it all.';
COMMENT ON COLUMN webhook_delivery.error IS 'For people: what is wrong with a dead-lettered body, never its content.';
COMMENT ON COLUMN webhook_delivery.attempts IS 'How often it was processed to an outcome: more than once after a redrive.';
COMMENT ON COLUMN webhook_delivery.source IS 'webhook, replay or backfill.';
COMMENT ON COLUMN webhook_delivery.kafka_topic IS 'Where the record was that led to the outcome.';
COMMENT ON COLUMN webhook_delivery.kafka_partition IS 'Its partition.';

-- The same three columns say the same in every table that has them.
DO $$
DECLARE
    mirrored text;
BEGIN
    FOREACH mirrored IN ARRAY ARRAY['shopify_product', 'shopify_location', 'shopify_inventory_item',
                                    'shopify_inventory_level', 'tombstone'] LOOP
        EXECUTE format('COMMENT ON COLUMN %I.version_at IS %L', mirrored,
            'updated_at of the event that wrote the row, floored to the second; X-Shopify-Triggered-At where the body has none.');
        EXECUTE format('COMMENT ON COLUMN %I.version_triggered_at IS %L', mirrored,
            'X-Shopify-Triggered-At of that event, at most 5 minutes after its receipt.');
        EXECUTE format('COMMENT ON COLUMN %I.version_webhook_id IS %L', mirrored, 'X-Shopify-Webhook-Id of that event.');
        IF mirrored <> 'tombstone' THEN
            EXECUTE format('COMMENT ON COLUMN %I.synced_at IS %L', mirrored,
                'When Shopmirror wrote the row. Our clock; never part of the version.');
        END IF;
    END LOOP;
END $$;

ALTER TABLE store ADD COLUMN status_before_uninstall text;
COMMENT ON COLUMN store.status_before_uninstall IS 'Status when app/uninstalled came, which the store has again when Shopify takes its token after all; null unless it is uninstalled.';
GRANT UPDATE (status_before_uninstall) ON store TO shopmirror_sync;

-- What was synced last, in all stores.
CREATE INDEX shopify_product_newest_synced ON shopify_product (synced_at DESC);

COMMENT ON COLUMN webhook_delivery.duplicates IS 'How many further copies of this delivery were seen; one that Kafka handed out again after a crash may count twice.';

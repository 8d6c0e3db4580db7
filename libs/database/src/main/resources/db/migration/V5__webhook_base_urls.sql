CREATE TABLE webhook_base_url (
    base_url    text PRIMARY KEY,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE webhook_base_url IS 'Public base URLs of ingest-service, today''s and former ones; they outlive the stores whose subscriptions were made for them.';
COMMENT ON COLUMN webhook_base_url.base_url IS 'Without a trailing slash.';
COMMENT ON COLUMN webhook_base_url.created_at IS 'When a subscription was first recorded for it. Our clock.';

COMMENT ON TABLE webhook_subscription IS 'Subscriptions at Shopify that admin-api created. What is not here, and delivers below no address in webhook_base_url, belongs to somebody else.';

INSERT INTO webhook_base_url (base_url) SELECT DISTINCT base_url FROM webhook_subscription;

GRANT SELECT, INSERT ON webhook_base_url TO shopmirror_admin;

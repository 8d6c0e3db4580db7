ALTER TABLE store
    ADD COLUMN wanted_webhooks  jsonb,
    ADD COLUMN heals_drift      boolean NOT NULL DEFAULT false,
    ADD COLUMN drift            jsonb,
    ADD COLUMN drift_checked_at timestamptz,
    ADD COLUMN uninstall_confirmed_at timestamptz,
    ADD COLUMN renewal_id       uuid,
    ADD COLUMN renewal_until    timestamptz;
COMMENT ON COLUMN store.wanted_webhooks IS 'Subscriptions that the shop should have: [{topic, fields?, filter?}]; null for the configured topics.';
COMMENT ON COLUMN store.heals_drift IS 'Whether missing subscriptions are created again without an operator.';
COMMENT ON COLUMN store.drift IS 'What differed from the wanted subscriptions when last looked: [{topic, kind, ...}]; empty when nothing did, null before the first look.';
COMMENT ON COLUMN store.uninstall_confirmed_at IS 'When Shopify refused the token of the uninstalled store; null while app/uninstalled alone says so, or the store is not uninstalled. Our clock.';
COMMENT ON COLUMN store.renewal_id IS 'Who is fetching the next access token from Shopify at the moment: one replica''s one attempt; null when nobody is, and once the credentials were replaced.';
COMMENT ON COLUMN store.renewal_until IS 'When that attempt is taken for dead, and another may begin. Our clock.';
COMMENT ON COLUMN store.access_scopes IS 'Scopes granted to the app, as Shopify last told them: by app/scopes_update, or when admin-api asked; null until it did.';
COMMENT ON COLUMN store.access_scopes_at IS 'updated_at of that app/scopes_update, or when admin-api asked; an older app/scopes_update is stale.';
COMMENT ON COLUMN store.drift_checked_at IS 'When Shopify was last asked which subscriptions it has. Our clock.';

COMMENT ON COLUMN store.status IS 'Deliveries are applied while it is active, or disconnected (Shopify refuses its token, which webhooks do not need), and ignored otherwise.';

CREATE TABLE redrive_job (
    id            uuid PRIMARY KEY,
    requested_by  text NOT NULL,
    requested_at  timestamptz NOT NULL DEFAULT now(),
    filter        jsonb NOT NULL,
    status        text NOT NULL CHECK (status IN ('running', 'done', 'cancelled', 'failed')),
    total         bigint NOT NULL,
    published     bigint NOT NULL DEFAULT 0,
    gone          bigint NOT NULL DEFAULT 0,
    position      jsonb,
    holder        uuid,
    error         text,
    updated_at    timestamptz NOT NULL DEFAULT now(),
    finished_at   timestamptz
);
CREATE INDEX redrive_job_requested ON redrive_job (requested_at DESC, id);
COMMENT ON TABLE redrive_job IS 'Deliveries sent through sync-service once more, by an operator.';
COMMENT ON COLUMN redrive_job.id IS 'Ours; the last part of the job''s address.';
COMMENT ON COLUMN redrive_job.requested_by IS 'Subject of the operator''s token.';
COMMENT ON COLUMN redrive_job.requested_at IS 'Our clock.';
COMMENT ON COLUMN redrive_job.filter IS 'Which deliveries: the request''s fields, and in shopDomains the only shops that it may reach.';
COMMENT ON COLUMN redrive_job.status IS 'running, done, cancelled or failed.';
COMMENT ON COLUMN redrive_job.total IS 'Deliveries that the filter found at the beginning.';
COMMENT ON COLUMN redrive_job.published IS 'Deliveries written to shopify.webhooks.bulk so far.';
COMMENT ON COLUMN redrive_job.gone IS 'Deliveries whose body Kafka no longer has.';
COMMENT ON COLUMN redrive_job.position IS 'Key of the last delivery that was dealt with, from where another replica goes on.';
COMMENT ON COLUMN redrive_job.holder IS 'Names the replica at work, anew with each take-over; null while it waits for one. A holder that made no progress for a while has lost it.';
COMMENT ON COLUMN redrive_job.error IS 'Why it failed, or what it waits for, for people.';
COMMENT ON COLUMN redrive_job.updated_at IS 'Last progress. Our clock.';
COMMENT ON COLUMN redrive_job.finished_at IS 'Our clock; null while it runs.';

CREATE TABLE product_completion (
    store_id      uuid NOT NULL,
    product_id    bigint NOT NULL,
    version_at    timestamptz NOT NULL,
    attempts      integer NOT NULL DEFAULT 1,
    tried_at      timestamptz NOT NULL DEFAULT now(),
    error         text,
    PRIMARY KEY (store_id, product_id),
    FOREIGN KEY (store_id, product_id) REFERENCES shopify_product ON DELETE CASCADE
);
COMMENT ON TABLE product_completion IS 'Incomplete products that were fetched from Shopify, so that each state is fetched once.';
COMMENT ON COLUMN product_completion.store_id IS 'The store the product belongs to.';
COMMENT ON COLUMN product_completion.product_id IS 'Shopify''s product id.';
COMMENT ON COLUMN product_completion.version_at IS 'shopify_product.version_at of the state that was incomplete.';
COMMENT ON COLUMN product_completion.attempts IS 'How often that state was fetched.';
COMMENT ON COLUMN product_completion.tried_at IS 'When it was last fetched. Our clock.';
COMMENT ON COLUMN product_completion.error IS 'Why the last attempt failed, for people; null when it was published.';

-- Incomplete products are few, and found without reading the others.
CREATE INDEX shopify_product_incomplete ON shopify_product (synced_at DESC) WHERE incomplete;

-- What became of one product, among all deliveries.
CREATE INDEX webhook_delivery_resource ON webhook_delivery (resource_id, committed_at) WHERE resource_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON redrive_job, product_completion TO shopmirror_admin;

ALTER TABLE product_completion
    ADD COLUMN version_triggered_at timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN claimed_until        timestamptz;
COMMENT ON COLUMN product_completion.version_triggered_at IS 'shopify_product.version_triggered_at of that state: updated_at has whole seconds, and a second can have many states. -infinity where nobody noted it.';
COMMENT ON COLUMN product_completion.claimed_until IS 'In a replica''s hands until then, unless it says anew that it still is; null once it was published, or failed. One that is past was left by a replica that ended.';
COMMENT ON COLUMN product_completion.tried_at IS 'When it was claimed, which names the claim; once it is no longer in hand, when that ended. Our clock.';
COMMENT ON COLUMN product_completion.error IS 'Why the last attempt failed, for people; null when it was published, and while it is in hand.';

-- Whose turn it is: how many of a store's products are in hand, and when one last was.
CREATE INDEX product_completion_claimed ON product_completion (store_id) WHERE claimed_until IS NOT NULL;
CREATE INDEX product_completion_tried ON product_completion (store_id, tried_at);

COMMENT ON COLUMN redrive_job.updated_at IS 'Last sign of life of whoever has it in hand, or when the last try ended: the job that was silent for longest is the next. Our clock.';
COMMENT ON COLUMN redrive_job.holder IS 'Names the replica at work, anew with each take-over; null while it waits for one. A holder that gave no sign of life for a while has lost it.';

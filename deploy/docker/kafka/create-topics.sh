#!/bin/sh
# Creates the topics of Shopmirror, or brings the settings of existing ones up to date. A system test holds the numbers
# against KafkaTopics in libs/event-contract.
set -eu

PATH="$PATH:/opt/kafka/bin"
MAX_MESSAGE_BYTES=9437184

# topic <name> <partitions> <retention in ms>
topic() {
  kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --create --if-not-exists \
    --topic "$1" --partitions "$2" --replication-factor 1
  kafka-configs.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --alter \
    --entity-type topics --entity-name "$1" \
    --add-config "retention.ms=$3,max.message.bytes=$MAX_MESSAGE_BYTES"
}

topic shopify.webhooks 12 604800000
topic shopify.webhooks.bulk 12 604800000
topic shopify.webhooks.dead-letter 12 1209600000

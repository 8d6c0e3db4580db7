/** Real engines without containers: PostgreSQL and Kafka for one machine, for run-local and for every test. */
@NullMarked
package dev.shopmirror.localstack;

import org.jspecify.annotations.NullMarked;

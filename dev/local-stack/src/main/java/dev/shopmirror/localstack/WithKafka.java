package dev.shopmirror.localstack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** The test's application talks to a real Kafka broker, the one of this JVM: {@code KAFKA_BOOTSTRAP_SERVERS} is set. */
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithKafka {}

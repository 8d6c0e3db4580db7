package dev.shopmirror.localstack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** The test's application talks to a real PostgreSQL, the one of this JVM: the {@code DATABASE_*} settings are set. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithPostgres {

    /** Whose privileges the application has. */
    PostgresLogin login();
}

package io.dianmai.kit.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler whose requests stand in the audit log, also those that were refused. An entry is stored before the handler
 * runs, and without it the handler does not run: so there is no change without an entry. Its outcome follows from the
 * answer: 2xx and 3xx done, 4xx refused, anything else failed; when the process ends in between, unknown.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    /** What is done, as {@link AuditEntry#kind()}, for example {@code ladder.changed}. */
    String value();

    /**
     * Id of the object, with path variables and parameters of the request in braces, for example
     * {@code "{kind}/{scope}"}. Without it the last part of the answer's {@code Location}, or what
     * {@link AuditedRequest#about} says.
     */
    String id() default "";

    /** Name of the path variable or parameter that is the store. */
    String store() default "";
}

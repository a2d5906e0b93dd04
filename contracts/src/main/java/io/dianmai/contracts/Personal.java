package io.dianmai.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a string of a fact as personal data. It arrives in clear over TLS and is sealed at the door, before anything
 * is written: Kafka, databases, logs and traces only ever see the sealed form.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {
    /** What the string is, which decides how it is normalised, masked and hashed. */
    Kind value();

    /** Kinds of personal strings. */
    enum Kind {
        /** 电话: normalised to bare digits before hashing; masked to its first three and last four. */
        PHONE,
        /** 姓名: masked to its first character. */
        NAME,
        /** 车牌: masked to its first two and last characters. */
        PLATE,
        /** 车架号: masked to its last four. */
        VIN,
        /** 身份证号: 18 characters whose last one checks the others (GB 11643); masked to its last four. */
        ID_NUMBER
    }
}

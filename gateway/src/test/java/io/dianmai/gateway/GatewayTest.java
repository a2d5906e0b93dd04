package io.dianmai.gateway;

import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestPlatform;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The whole gateway on a real broker and store, with HQ's account and a service behind it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DianmaiTest
@ContextConfiguration(initializers = {TestPlatform.class, TestServices.class})
@TestPropertySource(
        properties = {
            "dianmai.hq.username=" + GatewayTest.HQ,
            "dianmai.hq.password=" + GatewayTest.HQ_PASSWORD,
            "dianmai.hq.temporary=false",
        })
public @interface GatewayTest {
    String HQ = "hq";
    String HQ_PASSWORD = "hq-of-the-tests";
}

package io.dianmai.kit.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * An integration test ({@code *IT}) of a whole service on a real broker and store, with tokens from {@link TestTokens}:
 *
 * <pre>{@code
 * @DianmaiTest
 * class LeadApiIT {
 *     @Autowired
 *     MockMvcTester mvc;
 *
 *     @Test
 *     void hidesLeadsOfOtherStores() {
 *         var token = TestTokens.staff("staff-7", "store-1", Role.SALES_MANAGER);
 *         assertThat(mvc.get().uri("/api/leads/1").header("Authorization", TestTokens.bearer(token)))
 *                 .hasStatus(HttpStatus.NOT_FOUND);
 *     }
 * }
 * }</pre>
 *
 * <p>Real HTTP is there as well ({@code @LocalServerPort}). For time, give the test a nested {@code @TestConfiguration}
 * with a {@link MutableClock} bean. Each Spring context gets a database of its own, but the broker's topics are shared by
 * the whole JVM: use store ids that no other test uses. Contexts that differ stay open side by side and would share
 * one consumer group, so let all tests of a module use the same one, or close it with {@code @DirtiesContext}.
 *
 * <p>A module that uses this needs in test scope: {@code local-platform}, {@code testcontainers-kafka} and
 * {@code testcontainers-mongodb}, because the dependencies of a test jar are not inherited.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "logging.structured.format.console="})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestPlatform.class)
public @interface DianmaiTest {}

package io.dianmai.lead.intake.adf;

import static io.dianmai.kit.test.TestTokens.bearer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Documents of portals, as their systems post them. */
@DianmaiTest
class AdfIT {
    private final MockMvcTester mvc;
    private final String store = "adf-" + UUID.randomUUID();
    private final String system = TestTokens.storeSystem(store);

    AdfIT(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void putsProspectsOnFileOnce() throws Exception {
        byte[] document = AdfDocumentTests.sample("portal-many.xml");
        String first = body(post(system, document, "text/xml"));
        String again = body(post(system, document, "application/xml"));

        assertThat(JsonPath.<List<String>>read(first, "$.verdicts[*].state"))
                .containsExactly("CREATED", "CREATED", "BAD");
        assertThat(JsonPath.<List<String>>read(first, "$.verdicts[2].errors[*].place"))
                .containsExactly("/adf/prospect[3]/customer/contact/phone");
        assertThat(JsonPath.<List<String>>read(again, "$.verdicts[*].state")).containsExactly("KNOWN", "KNOWN", "BAD");
        assertThat(JsonPath.<List<String>>read(leads(), "$.items[*].channel")).containsExactly("WEB", "WEB");
        assertThat(leads()).contains("CarPortal:77013").doesNotContain("13800000017", "王小明");
    }

    @Test
    void refusesWhatCannotBeTakenIn() throws Exception {
        assertProblem(post(system, AdfDocumentTests.sample("laughs.xml"), "text/xml"), "adf-document-type");
        assertProblem(post(system, AdfDocumentTests.sample("external-entity.xml"), "text/xml"), "adf-document-type");
        assertProblem(post(system, "<adf><prospect></adf>".getBytes(UTF_8), "text/xml"), "adf-broken");
        assertProblem(post(system, "<adf></adf>".getBytes(UTF_8), "text/xml"), "adf-empty");
        MvcTestResult bad = post(system, "<adf><prospect/></adf>".getBytes(UTF_8), "text/xml");
        assertProblem(bad, "adf-refused");
        assertThat(JsonPath.<String>read(body(bad), "$.verdicts[0].errors[0].code"))
                .isEqualTo("contact-missing");
        assertThat(post(system, new byte[(1 << 20) + 1], "text/xml")).hasStatus(413);
        assertThat(post(system, "{}".getBytes(UTF_8), "application/json")).hasStatus(415);
    }

    @Test
    void isForThoseWhoMayRegister() throws Exception {
        byte[] document = AdfDocumentTests.sample("deviating.xml");

        assertThat(post(TestTokens.storeSystem("elsewhere"), document, "text/xml"))
                .hasStatus(404);
        assertThat(post(TestTokens.staff("c1", store, Role.CUSTOMER_CARE_MANAGER), document, "text/xml"))
                .hasStatus(403);
        assertThat(post(TestTokens.staff("d1", store, Role.PHONE_WEB_DESK), document, "text/xml"))
                .hasStatusOk();
    }

    private MvcTestResult post(String token, byte[] document, String type) {
        return mvc.post()
                .uri("/api/adf?storeId=" + store)
                .header("Authorization", bearer(token))
                .contentType(type)
                .content(document)
                .exchange();
    }

    private String leads() {
        return body(mvc.get()
                .uri("/api/leads?storeId=" + store)
                .header("Authorization", bearer(system))
                .exchange());
    }

    private static void assertProblem(MvcTestResult answer, String slug) {
        assertThat(answer).hasStatus(422);
        assertThat(JsonPath.<String>read(body(answer), "$.type")).endsWith("/" + slug);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

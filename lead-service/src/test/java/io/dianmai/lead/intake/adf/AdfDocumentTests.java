package io.dianmai.lead.intake.adf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dianmai.lead.intake.adf.AdfText.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdfDocumentTests {
    private static final String NAME = "<adf><prospect><id>王小明</id></prospect></adf>";

    static byte[] sample(String name) throws IOException {
        try (InputStream content = AdfDocumentTests.class.getResourceAsStream("/adf/" + name)) {
            return Objects.requireNonNull(content, name).readAllBytes();
        }
    }

    private static List<AdfNode> read(String text) throws Malformed {
        return AdfDocument.prospects(text.getBytes(UTF_8));
    }

    private static void refused(byte[] document, AdfProblem problem) {
        assertThatThrownBy(() -> AdfDocument.prospects(document))
                .asInstanceOf(type(Malformed.class))
                .extracting(Malformed::problem)
                .isEqualTo(problem);
    }

    @Test
    void readsManyProspects() throws Exception {
        List<AdfNode> prospects = AdfDocument.prospects(sample("portal-many.xml"));

        assertThat(prospects).hasSize(3);
        assertThat(prospects.get(1).path()).isEqualTo("/adf/prospect[2]");
        assertThat(prospects.getFirst().textOf("customer", "comments"))
                .contains("Please call <b>after</b> six & not before");
        assertThat(prospects.getFirst().textOf("provider", "service")).contains("Used & New Leads");
    }

    @Test
    void readsWhatDeviatesInTheCommonWays() throws Exception {
        List<AdfNode> prospects = AdfDocument.prospects(sample("deviating.xml"));

        assertThat(prospects).hasSize(2);
        assertThat(prospects.getFirst().textOf("id")).contains("A-1");
        assertThat(prospects.getFirst().textOf("customer", "contact", "name")).contains("Tom & Sons <3");
        assertThat(prospects.getFirst().child("vehicle").orElseThrow().attribute("interest"))
                .isEqualTo("buy");
        assertThat(prospects.getLast().path()).isEqualTo("/adf[2]/prospect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"external-entity.xml", "laughs.xml"})
    void readsNoDocumentType(String name) throws Exception {
        refused(sample(name), AdfProblem.DTD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void readsEveryLikelyEncodingWhateverIsDeclared(String charset) throws Exception {
        String declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + NAME;

        assertThat(AdfDocument.prospects(declared.getBytes(Charset.forName(charset)))
                        .getFirst()
                        .textOf("id"))
                .contains("王小明");
    }

    @Test
    void believesADeclarationWhereNothingSpeaksAgainstIt() throws Exception {
        String declared = "<?xml version='1.0' encoding='windows-1252'?><adf><prospect><id>José</id></prospect></adf>";

        assertThat(AdfDocument.prospects(declared.getBytes(Charset.forName("windows-1252")))
                        .getFirst()
                        .textOf("id"))
                .contains("José");
        byte[] wrong = declared.replace("windows-1252", "no-such-thing").getBytes(StandardCharsets.UTF_8);
        assertThat(AdfDocument.prospects(wrong).getFirst().textOf("id")).contains("José");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<adf><prospect></adf>",
                "<adf><prospect>",
                "<adf><prospect><!-- </prospect></adf>",
                "<adf><prospect><![CDATA[x</prospect></adf>",
                "<adf><prospect a='></prospect></adf>",
                "</adf>"
            })
    void refusesWhatIsNoXml(String text) {
        refused(text.getBytes(UTF_8), AdfProblem.BROKEN);
    }

    @Test
    void refusesNothingAndTooMuch() {
        refused(new byte[0], AdfProblem.EMPTY);
        refused("just text".getBytes(UTF_8), AdfProblem.EMPTY);
        refused(new byte[] {0, 0, 0, 0, (byte) 0x81}, AdfProblem.NO_TEXT);
        refused(("<adf>" + "<prospect/>".repeat(1_001) + "</adf>").getBytes(UTF_8), AdfProblem.TOO_LARGE);
        refused(("<a>".repeat(40) + "</a>".repeat(40)).getBytes(UTF_8), AdfProblem.TOO_LARGE);
        refused(("<adf><prospect>" + "x".repeat(100_001) + "</prospect></adf>").getBytes(UTF_8), AdfProblem.TOO_LARGE);
    }

    @Test
    void manyElementsTakeNoLongerThanTheyAreMany() throws Exception {
        String text = "<adf><prospect>" + "<id/>".repeat(150_000) + "</prospect></adf>";

        assertThat(read(text).getFirst().children("id")).hasSize(150_000);
    }
}

package io.dianmai.kpi.delivery.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTests {
    private static final Map<Placeholder, String> VALUES = Map.of(Placeholder.STORE, "西湖店", Placeholder.DUE, "now");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {store}               | 西湖店
                    a {store}, due {due}. | a 西湖店, due now.
                    {store}{due}          | 西湖店now
                    {{store}}             | {store}
                    {{{store}}}           | {西湖店}
                    }}{{                  | }{
                    no placeholder        | no placeholder
                    $1 \\ %s ${{x}}       | $1 \\ %s ${x}
                    """)
    void putsValuesInThePlaceOfNames(String line, String expected) {
        assertThat(Template.parse(line, MessageShape.REMINDER))
                .isInstanceOfSatisfying(
                        Template.Parsed.Good.class,
                        good -> assertThat(good.template().with(VALUES)).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {            | 1
                    in {store    | 4
                    {store} and {| 13
                    store}       | 6
                    {store}}     | 8
                    """)
    void saysWhereALineDoesNotParse(String line, int position) {
        assertThat(Template.parse(line, MessageShape.REMINDER))
                .isInstanceOfSatisfying(
                        Template.Parsed.Broken.class,
                        broken -> assertThat(broken.at()).isEqualTo(position));
    }

    @Test
    void takesNoControlCharacters() {
        assertThat(Template.parse("a\nb", MessageShape.REMINDER)).isInstanceOf(Template.Parsed.Broken.class);
        assertThat(Template.parse("a\u0000", MessageShape.REMINDER)).isInstanceOf(Template.Parsed.Broken.class);
    }

    @ParameterizedTest
    @CsvSource({"{customer},1", "'for {phone}',5", "{},1", "{Store},1", "{ store },1", "{counts},1", "{a{store}},1"})
    void knowsNoOtherNames(String line, int position) {
        assertThat(Template.parse(line, MessageShape.REMINDER))
                .isInstanceOfSatisfying(
                        Template.Parsed.Unknown.class,
                        unknown -> assertThat(unknown.at()).isEqualTo(position));
    }

    @Test
    void tellsEveryLineThatIsWrong() {
        var text = new TemplateText("{nobody}", List.of("fine", "{store", "x".repeat(301)));

        assertThat(MessageTemplate.check(text, MessageShape.REMINDER))
                .isEqualTo(new MessageTemplate.Checked.Bad(List.of(
                        new TemplateFlaw.UnknownPlaceholder("/title", 1, "nobody"),
                        new TemplateFlaw.Broken(
                                "/text/1", 1, "This brace is never closed; write {{ for the character itself."),
                        new TemplateFlaw.Broken("/text/2", 301, "Has at most 300 characters."))));
    }

    @Test
    void needsATitleAndAText() {
        assertThat(MessageTemplate.check(new TemplateText(" ", List.of("x")), MessageShape.DIGEST))
                .isInstanceOf(MessageTemplate.Checked.Bad.class);
        assertThat(MessageTemplate.check(new TemplateText("x", List.of()), MessageShape.DIGEST))
                .isInstanceOf(MessageTemplate.Checked.Bad.class);
    }

    @ParameterizedTest
    @EnumSource(MessageShape.class)
    void namesNothingOfTheCustomer(MessageShape shape) {
        assertThat(Placeholder.words(shape)).doesNotContain("customer", "phone", "name", "plate");
        assertThat(Placeholder.words(shape)).doesNotHaveDuplicates().isNotEmpty();
    }
}

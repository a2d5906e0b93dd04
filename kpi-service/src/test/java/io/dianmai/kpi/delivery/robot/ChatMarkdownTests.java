package io.dianmai.kpi.delivery.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.delivery.message.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatMarkdownTests {
    @Test
    void quotesEachLine() {
        assertThat(ChatMarkdown.of(new Message("标题", List.of("- a", "1. b")), "\n"))
                .isEqualTo("**标题**\n> - a\n> 1. b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[点我](https://evil.example/)",
                "![x](http://evil.example/a.png)",
                "<font color=\"warning\">x</font>",
                "<@all> @13800138000",
                "**x** _y_ `z` ~~w~~",
                "# heading",
                "> quote",
                "\\*x\\*",
                "&lt;b&gt;",
                "www.evil.example",
                "|a|b|"
            })
    void noNameDrawsAnything(String hostile) {
        assertThat(ChatMarkdown.plain(hostile)).doesNotContainPattern("[*_`#\\[\\]<>!~|\\\\&@]|://|www\\.");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        String text = "【跟进】杭州西湖店（城北）：客户 985533d4-a59c 10:30 还有30分钟到期, 100% + $5?";
        assertThat(ChatMarkdown.plain(text)).isEqualTo(text);
        assertThat(ChatMarkdown.plain("a*b")).isEqualTo("a＊b");
    }
}

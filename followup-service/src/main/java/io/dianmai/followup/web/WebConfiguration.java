package io.dianmai.followup.web;

import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How addresses are read. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    /** States are written in lower case, as in {@code ?state=overdue}. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class, FollowUpState.class, text -> FollowUpState.valueOf(text.toUpperCase(Locale.ROOT)));
    }
}

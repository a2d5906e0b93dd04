package io.dianmai.followup.web;

import io.dianmai.kit.security.Viewer;
import java.util.Locale;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How addresses are read, and what of them is described. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    static {
        // Comes from the token, not from the caller's parameters.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }

    /** States are written in lower case, as in {@code ?state=overdue}. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class, FollowUpState.class, text -> FollowUpState.valueOf(text.toUpperCase(Locale.ROOT)));
    }
}

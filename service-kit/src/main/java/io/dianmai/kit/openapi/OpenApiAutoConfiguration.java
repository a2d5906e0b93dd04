package io.dianmai.kit.openapi;

import io.dianmai.kit.security.Viewer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;

/** What springdoc cannot see in the code of controllers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {
    static {
        // Comes from the token, not from the caller's parameters.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }
}

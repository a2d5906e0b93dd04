package io.dianmai.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class the one running platform, and stops it after the last of them. */
final class OnThePlatform implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(OnThePlatform.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningPlatform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(RunningPlatform.class, _ -> RunningPlatform.start(), RunningPlatform.class);
    }
}

package io.dianmai.contracts;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Makes records by handles that are prepared once. Jackson by itself prepares one anew for each record that it makes, a fifth
 * of the time that reading an event takes.
 */
final class RecordInstantiators extends SimpleValueInstantiators {
    private static final long serialVersionUID = 1L;
    private static final MethodType FROM_ARRAY = MethodType.methodType(Object.class, Object[].class);

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator jacksons) {
        if (type.getBeanClass().isRecord()
                && jacksons instanceof StdValueInstantiator standard
                && standard.getWithArgsCreator() instanceof AnnotatedConstructor constructor) {
            return new OfRecord(standard, handle(constructor.getAnnotated()));
        }
        return jacksons;
    }

    private static MethodHandle handle(Constructor<?> constructor) {
        try {
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, constructor.getParameterCount())
                    .asType(FROM_ARRAY);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }

    private static final class OfRecord extends StdValueInstantiator {
        private final MethodHandle constructor;

        OfRecord(StdValueInstantiator standard, MethodHandle constructor) {
            super(standard);
            this.constructor = constructor;
        }

        /** As Jackson's: what the constructor refuses is a problem of the input. */
        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] components) {
            try {
                return (Object) constructor.invokeExact(components);
            } catch (Error fatal) {
                throw fatal;
            } catch (Throwable refused) {
                return context.handleInstantiationProblem(_valueClass, components, rewrapCtorProblem(context, refused));
            }
        }
    }
}

package io.dianmai.kpi.catalogue;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Records like a given one, varied at random: truth values and constants are any, counts are small, amounts are never
 * zero, and what is optional is there or absent. Everything else stays as it is.
 */
final class Variations {
    private static final Instant EARLIER = Instant.parse("2026-03-01T04:00:00Z");

    private final Random random;

    Variations(long seed) {
        random = new Random(seed);
    }

    <T> T of(T record) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = vary(components[i], accessor.invoke(record));
            }
            var constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            @SuppressWarnings("unchecked") // The class of a T.
            T varied = (T) constructor.newInstance(values);
            return varied;
        } catch (ReflectiveOperationException inaccessible) {
            throw new LinkageError(inaccessible.getMessage(), inaccessible);
        }
    }

    private @Nullable Object vary(RecordComponent component, @Nullable Object value) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (optional && random.nextInt(4) == 0) {
            return null;
        }
        Class<?> type = component.getType();
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == int.class || type == Integer.class) {
            return 1 + random.nextInt(3);
        }
        if (type == long.class || type == Long.class) {
            return 1L + random.nextInt(3) * 100L;
        }
        if (type == Instant.class && value == null) {
            return EARLIER;
        }
        return value != null && type.isRecord() ? of(value) : value;
    }
}

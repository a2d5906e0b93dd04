package io.dianmai.kit.personal;

import io.dianmai.contracts.Personal;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.kit.problem.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Seals the personal strings of a fact before it is written anywhere. */
public final class FactSealer {
    private static final ClassValue<Map<String, Kind>> PERSONAL_PROPERTIES = new ClassValue<>() {
        @Override
        protected Map<String, Kind> computeValue(Class<?> type) {
            return personalPropertiesOf(type);
        }
    };

    private final PersonalDataSealer sealer;

    FactSealer(PersonalDataSealer sealer) {
        this.sealer = sealer;
    }

    /**
     * Replaces each personal string in the fact's data by its sealed form.
     *
     * @return what cannot be sealed and where; then the data is as it was
     */
    public List<Violation> seal(Class<? extends StoreFact> type, ObjectNode data) {
        Map<String, String> sealed = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        PERSONAL_PROPERTIES.get(type).forEach((property, kind) -> {
            JsonNode value = data.get(property);
            if (value == null || value.isNull()) {
                return;
            }
            // A value that is no string has no business here either; as text it is refused or sealed, never passed on.
            sealer.seal(kind, value.isString() ? value.stringValue() : value.toString())
                    .ifPresentOrElse(
                            text -> sealed.put(property, text.text()),
                            () -> violations.add(PersonalDataSealer.violation("/" + property, kind)));
        });
        if (violations.isEmpty()) {
            sealed.forEach(data::put);
        }
        return List.copyOf(violations);
    }

    private static Map<String, Kind> personalPropertiesOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .collect(Collectors.toUnmodifiableMap(
                        RecordComponent::getName,
                        component -> component.getAnnotation(Personal.class).value()));
    }
}

package io.dianmai.local;

import java.util.List;

/** What {@code up} says at its end: the address, who can sign in, and what to try. */
final class Welcome {
    private final Settings settings;

    Welcome(Settings settings) {
        this.settings = settings;
    }

    String text() {
        StringBuilder text = new StringBuilder("\nDianmai 店脉 is up: " + settings.gatewayUrl() + "\n");
        SignIns.read(settings.signIns()).ifPresent(signIns -> describe(signIns, text));
        return text.append("\nNext: ./dianmai status, ./dianmai logs kpi-service -f, ./dianmai down\n")
                .toString();
    }

    private static void describe(SignIns signIns, StringBuilder text) {
        List<SignIns.Person> people = signIns.onePerRole();
        if (!people.isEmpty()) {
            text.append("\nSign in as (user / password):\n");
            people.forEach(person -> text.append("  %-22s %-20s %s %s%n"
                    .formatted(person.username(), person.password(), person.name(), person.role())));
        }
        signIns.allClients().stream()
                .findFirst()
                .ifPresent(client -> text.append("\nSpeak for store %s: TOKEN=$(./dianmai token %s)%n"
                        .formatted(client.storeId(), client.clientId())));
    }
}

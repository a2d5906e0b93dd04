package io.dianmai.gateway.identity.token;

/** Who a token may speak for, and where it is kept since when that is as it is. */
enum SpokenFor {
    PERSON("people", "changedAt"),
    CLIENT("clients", "createdAt"),
    APP("apps", "createdAt"),
    GRANT("grants", "createdAt");

    private final String collection;
    private final String since;

    SpokenFor(String collection, String since) {
        this.collection = collection;
        this.since = since;
    }

    String collection() {
        return collection;
    }

    /** The field of that moment. */
    String since() {
        return since;
    }

    String key(String name) {
        return name() + ":" + name;
    }
}

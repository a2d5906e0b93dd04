package io.dianmai.local;

/** What can be set from outside: an environment variable each, with its default; {@code ./dianmai help} lists them. */
public enum Setting {
    /** Folder of all data, logs and keys. */
    DIANMAI_DATA("data"),
    /** Address the gateway listens on; 0.0.0.0 lets other machines in. */
    DIANMAI_HOST("127.0.0.1"),
    /** The one door: page, API, sign-in. */
    DIANMAI_PORT_GATEWAY("8080"),
    /** Lead-service. */
    DIANMAI_PORT_LEAD("8081"),
    /** Followup-service. */
    DIANMAI_PORT_FOLLOWUP("8082"),
    /** Aftersales-service. */
    DIANMAI_PORT_AFTERSALES("8083"),
    /** Kpi-service. */
    DIANMAI_PORT_KPI("8084"),
    /** Kafka; its controller takes the next port. */
    DIANMAI_PORT_BROKER("29092"),
    /** Document store (MongoDB protocol). */
    DIANMAI_PORT_STORE("27027"),
    /** Heap of each other service, MB. */
    DIANMAI_HEAP_SERVICE("192"),
    /** Of the gateway: a thousand live streams are 110 MB of it. */
    DIANMAI_HEAP_GATEWAY("256"),
    /** Of kpi-service: a third of it are counters and clocks in hand; 192 do not hold those of a million rows. */
    DIANMAI_HEAP_KPI("384"),
    /** Heap of the broker, MB. */
    DIANMAI_HEAP_BROKER("384"),
    /** Heap of the document store, MB. */
    DIANMAI_HEAP_STORE("384"),
    /** Cache of the document store inside its heap, MB. */
    DIANMAI_STORE_CACHE_MB("128");

    private final String standard;

    Setting(String standard) {
        this.standard = standard;
    }

    public String standard() {
        return standard;
    }
}

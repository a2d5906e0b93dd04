package io.dianmai.local;

/** The five processes of our own; each is named after its folder and keeps one database. */
public enum Service {
    GATEWAY("gateway", Setting.DIANMAI_PORT_GATEWAY),
    LEAD("lead-service", Setting.DIANMAI_PORT_LEAD),
    FOLLOWUP("followup-service", Setting.DIANMAI_PORT_FOLLOWUP),
    AFTERSALES("aftersales-service", Setting.DIANMAI_PORT_AFTERSALES),
    KPI("kpi-service", Setting.DIANMAI_PORT_KPI);

    private final String module;
    private final Setting port;

    Service(String module, Setting port) {
        this.module = module;
        this.port = port;
    }

    /** Its folder in the repository and its name as a child process. */
    public String module() {
        return module;
    }

    /** Its database, and the first part of its consumer groups: {@code lead}, {@code kpi} … */
    public String shortName() {
        return module.replace("-service", "");
    }

    /** The setting that moves its port. */
    public Setting portSetting() {
        return port;
    }

    boolean owns(String consumerGroup) {
        return consumerGroup.equals(shortName())
                || consumerGroup.startsWith(shortName() + ".")
                || consumerGroup.startsWith(module);
    }
}

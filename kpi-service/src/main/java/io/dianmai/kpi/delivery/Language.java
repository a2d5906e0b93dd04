package io.dianmai.kpi.delivery;

/** In what language a target is addressed. */
public enum Language {
    ZH,
    EN
}

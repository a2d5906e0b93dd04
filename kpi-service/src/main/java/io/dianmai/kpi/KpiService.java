package io.dianmai.kpi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Counts what happens, says what the KPIs stand at, and reminds of what lapses. */
@SpringBootApplication
public class KpiService {
    public static void main(String[] args) {
        SpringApplication.run(KpiService.class, args);
    }
}

package io.dianmai.lead;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Who might buy: visit log, leads, levels, assignment, test drives, orders. */
@SpringBootApplication
public class LeadService {
    static void main(String[] arguments) {
        SpringApplication.run(LeadService.class, arguments);
    }
}

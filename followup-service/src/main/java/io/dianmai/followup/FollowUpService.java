package io.dianmai.followup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts followup-service. */
@SpringBootApplication
public class FollowUpService {
    public static void main(String[] args) {
        SpringApplication.run(FollowUpService.class, args);
    }
}

package io.dianmai.kit.personal;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Sealing of personal data with the key of the platform. */
@AutoConfiguration
@EnableConfigurationProperties(PersonalSettings.class)
class PersonalAutoConfiguration {
    @Bean
    PersonalKeys personalKeys(PersonalSettings settings) {
        return PersonalKeys.of(settings.masterKeys());
    }

    @Bean
    PersonalDataSealer personalDataSealer(PersonalKeys personalKeys) {
        return new PersonalDataSealer(personalKeys);
    }

    @Bean
    SecretBox secretBox(ByteSealer byteSealer) {
        return new SecretBox(byteSealer);
    }

    @Bean
    ByteSealer byteSealer(PersonalKeys personalKeys) {
        return new ByteSealer(personalKeys);
    }

    @Bean
    FactSealer factSealer(PersonalDataSealer sealer) {
        return new FactSealer(sealer);
    }
}

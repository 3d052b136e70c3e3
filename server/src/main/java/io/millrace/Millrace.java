package io.millrace;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import io.millrace.shared.Ids;
import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The product's entry: one process that serves ingestion, the API and the console. */
@SpringBootApplication
@Modulithic(systemName = "Millrace")
public class Millrace {
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(Millrace.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids() {
        return new TimeOrderedEpochFactory()::create;
    }
}

package io.millrace;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product's entry: one process that serves ingestion, the API and the console. */
@SpringBootApplication
public class Millrace {
    public static void main(String[] args) {
        SpringApplication.run(Millrace.class, args);
    }
}

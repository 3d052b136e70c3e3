package io.millrace.intake.web;

import io.millrace.intake.Intake;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the ingestion servlet. */
@Configuration(proxyBeanMethods = false)
class IngestRoutes {
    @Bean
    ServletRegistrationBean<IngestServlet> ingestServlet(
            Intake intake, @Value("${millrace.intake.body-bytes:4194304}") int limit) {
        ServletRegistrationBean<IngestServlet> registration =
                new ServletRegistrationBean<>(new IngestServlet(intake, limit), "/v1/*");
        registration.setName("ingest");
        registration.setLoadOnStartup(1);
        return registration;
    }
}

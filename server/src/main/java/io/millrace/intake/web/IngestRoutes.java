package io.millrace.intake.web;

import io.millrace.intake.Intake;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the ingestion servlet into the server. */
@Configuration(proxyBeanMethods = false)
class IngestRoutes {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ingestion(
            Intake intake, @Value("${millrace.intake.body-bytes:4194304}") int limit) {
        return server -> server.addContextValves(new IngestValve(new IngestServlet(intake, limit)));
    }
}

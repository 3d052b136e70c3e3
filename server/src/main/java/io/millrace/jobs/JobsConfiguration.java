package io.millrace.jobs;

import io.millrace.jobs.Jobs.Work;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Begins to run jobs when the whole product is up, because any module may bring work. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    @Bean(destroyMethod = "close")
    JobRunner jobRunner(JobTable table, ObjectProvider<Work> works) {
        return new JobRunner(table, works::stream);
    }

    @Bean
    Starter jobsStarter(JobRunner runner) {
        return new Starter(runner);
    }

    record Starter(JobRunner runner) {
        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            runner.start();
        }
    }
}

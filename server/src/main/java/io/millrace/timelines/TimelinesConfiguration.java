package io.millrace.timelines;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.jobs.Jobs;
import io.millrace.shared.Ids;
import io.millrace.shared.PersonalData;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Gives the product this module's door, its tail and its part in erasure and export. */
@Configuration(proxyBeanMethods = false)
class TimelinesConfiguration {
    @Bean
    Assembly timelinesAssembly(
            DataSource source,
            PlatformTransactionManager transactions,
            @Value("${millrace.data}") Path data,
            Clock clock,
            MeterRegistry registry,
            ObjectProvider<SealedDateReader> dates) {
        return Assembly.of(
                source, transactions, data.resolve("columns"), clock, registry, dates::stream);
    }

    @Bean
    Timelines timelines(Assembly assembly) {
        return assembly.timelines();
    }

    @Bean
    Tail timelinesTail(Assembly assembly) {
        return assembly.tail();
    }

    @Bean
    PersonalData timelinesPersonalData(Assembly assembly) {
        return assembly.erasure();
    }

    @Bean
    ParquetExport timelinesParquetExport(
            Assembly assembly, Jobs jobs, Ids ids, @Value("${millrace.data}") Path data) {
        return new ParquetExport(
                jobs,
                assembly.columns(),
                assembly.tail(),
                ids,
                data.resolve("exports"),
                ParquetExport.ROWS_PER_FILE);
    }
}

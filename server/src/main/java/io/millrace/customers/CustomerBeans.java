package io.millrace.customers;

import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class CustomerBeans {
    @Bean
    CustomerParts customerParts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Privacy privacy,
            Timelines timelines,
            Workspace workspace,
            Ids ids,
            Clock clock) {
        return new CustomerParts(jdbc, transactions, privacy, timelines, workspace, ids, clock);
    }

    @Bean
    Customers customers(CustomerParts parts) {
        return parts.base();
    }
}

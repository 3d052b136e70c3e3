package io.millrace.customers;

import io.millrace.jobs.Jobs;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CustomerBeans {
    @Bean
    CustomerParts customerParts(
            JdbcClient jdbc,
            JdbcTemplate copies,
            TransactionTemplate transactions,
            Privacy privacy,
            Timelines timelines,
            Workspace workspace,
            Ids ids,
            Clock clock) {
        return new CustomerParts(
                jdbc, copies, transactions, privacy, timelines, workspace, ids, clock);
    }

    @Bean
    Customers customers(CustomerParts parts) {
        return parts.base();
    }

    @Bean
    RowReading customerRows(CustomerParts parts, Privacy privacy, ObjectProvider<Facets> facets) {
        return new RowReading(parts.jdbc, privacy, facets::stream);
    }

    @Bean
    Sifting customerSifting(
            CustomerParts parts,
            Privacy privacy,
            ObjectProvider<Selections> selections,
            ObjectProvider<CustomerSearch> searches) {
        var searching = new Searching(parts.jdbc, privacy, parts.reader, searches::stream);
        return new Sifting(parts.jdbc, searching, selections::stream);
    }

    @Bean
    CustomerFiles customerFiles(
            CustomerParts parts,
            Sifting sifting,
            RowReading rows,
            ObjectProvider<Orderings> orderings) {
        var listing = new Listing(sifting, new Eligible(parts.jdbc), orderings::stream, rows);
        return new Filing(parts, listing, rows);
    }

    @Bean
    CustomerLists customerLists(
            CustomerParts parts, Privacy privacy, Sifting sifting, RowReading rows) {
        return new Choosing(parts.jdbc, privacy, sifting, new Eligible(parts.jdbc), rows);
    }

    @Bean
    Relevelling relevelling(CustomerParts parts, Privacy privacy, Jobs jobs, JsonMapper json) {
        return new Relevelling(
                parts.jdbc,
                parts.transactions,
                parts.catalogue,
                parts.attributeFacts,
                privacy,
                jobs,
                json);
    }

    @Bean
    Birthdays birthdays(CustomerParts parts, Privacy privacy) {
        return new Birthdays(parts.catalogue, privacy);
    }

    @Bean
    CustomerEdits customerEdits(
            CustomerParts parts, Relevelling relevelling, TagMany many, Privacy privacy) {
        return new Editing(parts, relevelling, many, privacy);
    }

    @Bean
    @Order(0)
    CustomerRecords customerRecords(CustomerParts parts) {
        return parts.records;
    }

    @Bean(destroyMethod = "close")
    ActivityWriter activityWriter(CustomerParts parts) {
        return new ActivityWriter(parts.activity);
    }
}

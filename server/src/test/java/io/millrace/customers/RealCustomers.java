package io.millrace.customers;

import com.github.f4b6a3.uuid.UuidCreator;
import io.millrace.database.TestDatabase;
import io.millrace.privacy.PrivacyParts;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** Customers as they are, for tests of modules above. */
public final class RealCustomers {
    private RealCustomers() {}

    public static Customers on(
            TestDatabase database, Timelines timelines, Workspace workspace, Clock clock) {
        PrivacyParts privacy =
                new PrivacyParts(database, UuidCreator::getTimeOrderedEpochPlus1, clock);
        return new CustomerParts(
                        database.jdbc(),
                        new JdbcTemplate(database.source()),
                        database.transactions(),
                        privacy.privacy,
                        timelines,
                        workspace,
                        UuidCreator::getTimeOrderedEpochPlus1,
                        clock)
                .base();
    }
}

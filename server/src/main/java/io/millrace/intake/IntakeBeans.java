package io.millrace.intake;

import io.millrace.access.Access;
import io.millrace.access.AccessKeys;
import io.millrace.customers.Customers;
import io.millrace.orders.Orders;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the event side of the intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeBeans {
    private static final int COMMITTERS = 2;
    private static final int GROUP_EVENTS = 2_500;
    private static final int QUEUE_EVENTS = 50_000;

    @Bean
    InboxTable inboxTable(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Privacy privacy,
            Customers customers,
            Ids ids) {
        transactions.executeWithoutResult(
                status -> privacy.createKeys(List.of(InboxTable.KEY_HOLDER)));
        return new InboxTable(
                jdbc, new DoorPorts.DoorVault(privacy), new CustomerIndexes(customers), ids);
    }

    @Bean
    Stores intakeStores(
            Customers customers,
            Orders orders,
            Timelines timelines,
            Privacy privacy,
            Workspace workspace,
            InboxTable inbox,
            JdbcClient jdbc,
            Ids ids) {
        return new Stores(
                new DoorPorts.DoorPeople(customers),
                orders::record,
                timelines::append,
                new DoorPorts.DoorVault(privacy),
                () -> workspace.settings().currency(),
                inbox,
                new SeenMessages(jdbc),
                new EventNames(jdbc),
                ids);
    }

    @Bean(destroyMethod = "close")
    GroupCommitIntake intake(
            Access access,
            Stores stores,
            Timelines timelines,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        Stores repeating = stores.appendingTo(timelines::appendOrRepeat);
        GroupWriter writer = new GroupWriter(transactions, repeating, clock);
        return new GroupCommitIntake(
                access,
                new GroupCommit(writer, COMMITTERS, GROUP_EVENTS, QUEUE_EVENTS),
                stores.names(),
                new LiveEvents(),
                ids,
                clock);
    }

    @Bean
    ApiTrails apiTrails(AccessKeys keys) {
        return new ApiTrails(keys);
    }

    @Bean
    Inbox inbox(
            TransactionTemplate transactions,
            Stores stores,
            ObjectProvider<Inbox.Replays> channels,
            Clock clock) {
        return new InboxDesk(transactions, stores, channels::orderedStream, clock);
    }

    @Bean(destroyMethod = "close")
    LateOrders lateOrders(
            Stores stores, Orders orders, TransactionTemplate transactions, Clock clock) {
        return new LateOrders(stores, orders, transactions, clock).start();
    }

    @Bean
    InboxPersonalData inboxPersonalData(InboxTable inbox, Customers customers) {
        return new InboxPersonalData(inbox, new CustomerIndexes(customers));
    }
}

package io.millrace.customers;

import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's parts, put together once, the same way in the product and in tests. */
final class CustomerParts {
    final IdentityReader reader;
    final Settled settled = new Settled();
    final IdentityRows identities;
    final Families families;
    final CustomerFacts facts;
    final AttributeCatalogue catalogue;
    final AttributeRows attributes;
    final Activity activity;
    final Resolving resolving;
    final Describing describing;
    final SourceUndo undo;

    CustomerParts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Privacy privacy,
            Timelines timelines,
            Workspace workspace,
            Ids ids,
            Clock clock) {
        reader = new IdentityReader(privacy, workspace);
        identities = new IdentityRows(jdbc);
        families = new Families(jdbc, timelines, ids);
        facts = new CustomerFacts(timelines, ids, clock);
        activity = new Activity(jdbc, transactions, families);
        var writer = new PlanWriter(jdbc, privacy, families, facts, ids);
        resolving = new Resolving(reader, settled, identities, writer, activity, ids, transactions);
        catalogue = new AttributeCatalogue(jdbc);
        attributes = new AttributeRows(jdbc, privacy);
        describing =
                new Describing(
                        catalogue,
                        attributes,
                        new AttributeFacts(facts, privacy),
                        privacy,
                        transactions);
        undo = new SourceUndo(jdbc, families, identities, settled, timelines, privacy);
    }

    CustomerBase base() {
        return new CustomerBase(resolving, describing, families, reader, identities, undo);
    }
}

package io.millrace.customers;

import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
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
    final AttributeFacts attributeFacts;
    final Describing describing;
    final SourceUndo undo;
    final Annotations annotations;
    final Merging merging;
    final Tags tags;
    final TagCatalogue tagCatalogue;
    final TagSettling tagSettling;
    final RuledTags ruledTags;
    final ConsentFacts consentFacts;
    final SurveyMappings surveyMappings;
    final Hearing hearing;
    final Workspace workspace;
    final Ids ids;
    final Contacts contacts;
    final Revealing revealing;
    final FileReading files;
    final FactViews factViews;
    final CustomerRecords records;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final Timelines timelines;
    final Clock clock;

    CustomerParts(
            JdbcClient jdbc,
            JdbcTemplate copies,
            TransactionTemplate transactions,
            Privacy privacy,
            Timelines timelines,
            Workspace workspace,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.timelines = timelines;
        this.clock = clock;
        reader = new IdentityReader(privacy, workspace);
        identities = new IdentityRows(jdbc);
        families = new Families(jdbc, timelines, ids);
        facts = new CustomerFacts(timelines, ids, clock);
        activity = new Activity(jdbc, transactions, families);
        var writer = new PlanWriter(jdbc, copies, privacy, families, facts, ids);
        resolving = new Resolving(reader, settled, identities, writer, activity, ids, transactions);
        catalogue = new AttributeCatalogue(jdbc);
        attributes = new AttributeRows(jdbc, privacy);
        attributeFacts = new AttributeFacts(facts, privacy);
        describing = new Describing(catalogue, attributes, attributeFacts, privacy, transactions);
        undo = new SourceUndo(jdbc, families, identities, settled, timelines, privacy);
        this.ids = ids;
        tagCatalogue = new TagCatalogue(jdbc, ids);
        tagSettling = new TagSettling(jdbc, facts, ids);
        ruledTags = new RuledTags(jdbc, transactions, tagCatalogue, tagSettling, clock);
        annotations = new Annotations(jdbc, privacy, facts, tagCatalogue, ids);
        merging =
                new Merging(jdbc, transactions, families, identities, settled, privacy, ids, clock);
        tags = new Tags(jdbc, transactions, families, facts, tagCatalogue, tagSettling, ids, clock);
        this.workspace = workspace;
        consentFacts = new ConsentFacts(timelines, families, facts);
        surveyMappings = new SurveyMappings(jdbc, describing);
        hearing =
                new Hearing(
                        jdbc,
                        timelines,
                        families,
                        tags,
                        consentFacts,
                        surveyMappings,
                        tagCatalogue,
                        ids);
        contacts = new Contacts(jdbc, transactions, families, privacy, ids, clock);
        revealing = new Revealing(jdbc, transactions, families, privacy);
        files = new FileReading(jdbc, privacy);
        factViews = new FactViews(timelines, families, privacy);
        records = new CustomerRecords(jdbc, identities, reader, settled, privacy, clock);
    }

    CustomerBase base() {
        return new CustomerBase(
                resolving, describing, families, reader, identities, undo, annotations, hearing);
    }
}

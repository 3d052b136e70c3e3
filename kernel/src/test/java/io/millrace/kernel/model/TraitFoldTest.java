package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.model.portrait.TraitFold;
import io.millrace.kernel.model.portrait.TraitQuery;
import io.millrace.kernel.model.portrait.TraitTable;
import io.millrace.kernel.timeline.Cut;
import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraitFoldTest {
    @TempDir Path folder;
    private final Orders facts = new Orders();

    @Test
    void theLastValueOfAnAttributeCounts() {
        known(1);
        said(1, 2, Kinds.PROFILE_CHANGED, "attribute", "city", "value", "Lyon");
        said(1, 3, Kinds.PROFILE_CHANGED, "attribute", "city", "value", "Paris");
        said(1, 12, Kinds.PROFILE_CHANGED, "attribute", "city", "value", "Nice");
        said(1, 3, Kinds.PROFILE_CHANGED, "attribute", "job", "value", "cook");
        said(1, 4, Kinds.PROFILE_CHANGED, "attribute", "job", "none", "gone");
        Read read = at(10);
        assertThat(read.words.dictionary().word(read.table.word(0, 0))).isEqualTo("Paris");
        assertThat(read.table.word(1, 0)).isEqualTo(TraitTable.UNKNOWN);
    }

    @Test
    void aTagThatIsGoneIsNoMark() {
        known(1);
        said(1, 2, Kinds.TAG_ADDED, "category", "hobby", "value", "fishing");
        said(1, 2, Kinds.TAG_ADDED, "category", "hobby", "value", "chess");
        said(1, 5, Kinds.TAG_REMOVED, "category", "hobby", "value", "fishing");
        assertThat(at(10).marks(0)).containsExactly("hobby=chess", "identity=external");
        assertThat(at(4).marks(0))
                .containsExactly("hobby=chess", "hobby=fishing", "identity=external");
    }

    @Test
    void whatWasCancelledLeavesNoMark() {
        known(1);
        bought(1, 2, "kept", "web");
        bought(1, 3, "gone", "shop");
        facts.add(Kinds.ORDER_CANCELLED, 1, "gone", Orders.day(5), -100, Map.of());
        assertThat(at(10).marks(0)).containsExactly("channel=web", "identity=external");
        assertThat(at(4).marks(0))
                .containsExactly("channel=shop", "channel=web", "identity=external");
    }

    @Test
    void theLastAnswerToConsentCounts() {
        known(1);
        known(2);
        said(1, 2, Kinds.CONSENT_GIVEN, "purpose", "marketing", "channel", "email");
        said(1, 3, Kinds.CONSENT_WITHDRAWN, "purpose", "marketing", "channel", "email");
        said(2, 3, Kinds.CONSENT_GIVEN, "purpose", "research", "channel", "email");
        TraitTable table = at(10).table;
        assertThat(table.consent(0, 0)).isEqualTo(TraitTable.WITHDRAWN);
        assertThat(table.consent(0, 1)).isEqualTo(TraitTable.NEVER_ASKED);
        assertThat(at(2.5).table.consent(0, 0)).isEqualTo(TraitTable.GIVEN);
    }

    @Test
    void whoIsKnownLaterIsACustomerFromTheFirstFactOn() {
        bought(1, 2, "a", "web");
        said(1, 20, Kinds.CUSTOMER_KNOWN, "identities", "external", "x", "y");
        bought(2, 2, "b", "web");
        known(3, 15);
        TraitTable table = at(10).table;
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.customer(0)).isEqualTo(Orders.customer(1));
        assertThat(Micros.toInstant(table.firstAt(0))).isEqualTo(Orders.day(2));
    }

    private void known(long customer) {
        known(customer, 1);
    }

    private void known(long customer, double day) {
        said(customer, day, Kinds.CUSTOMER_KNOWN, "identities", "external", "x", "y");
    }

    private void said(
            long customer, double day, String kind, String a, String one, String b, String other) {
        facts.add(
                kind,
                customer,
                "",
                Orders.day(day),
                0,
                Map.of(a, new Value.Text(one), b, new Value.Text(other)));
    }

    private void bought(long customer, double day, String order, String channel) {
        facts.add(
                Kinds.ORDER_COMPLETED,
                customer,
                order,
                Orders.day(day),
                100,
                Map.of("channel", new Value.Text(channel)));
    }

    private record Read(TraitTable table, Snapshot words) {
        TreeSet<String> marks(int row) {
            TreeSet<String> marks = new TreeSet<>();
            for (int i = table.marksFrom(row); i < table.marksTo(row); i++) {
                String of =
                        switch (table.markOf(i)) {
                            case TraitTable.CHANNEL -> "channel";
                            case TraitTable.IDENTITY -> "identity";
                            default -> words.dictionary().word(table.markOf(i) - TraitTable.TAG);
                        };
                marks.add(of + "=" + words.dictionary().word(table.markWord(i)));
            }
            return marks;
        }
    }

    private Read at(double day) {
        Instant asOf = Orders.day(day);
        Snapshot snapshot = facts.store(folder.resolve("at" + day));
        FoldRun run = FoldRun.over(snapshot).cut(Cut.EVERYTHING).threads(2);
        TraitQuery query =
                new TraitQuery(
                        Micros.of(asOf),
                        java.util.List.of("city", "job"),
                        "marketing",
                        java.util.List.of("email"));
        var filling = run.add(new TraitFold(snapshot.dictionary(), query));
        run.run();
        return new Read(filling.get().table(), snapshot);
    }
}

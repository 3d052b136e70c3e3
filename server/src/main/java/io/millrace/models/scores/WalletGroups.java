package io.millrace.models.scores;

import io.millrace.customers.Selections;
import io.millrace.models.scores.WalletPages.Group;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The wallets of whoever a selection names. Audiences are a selection like any other, so that this
 * module need not know of them.
 */
@Component
final class WalletGroups {
    private final WalletModel model;
    private final Tables tables;
    private final ObjectProvider<Selections> selections;

    WalletGroups(WalletModel model, Tables tables, ObjectProvider<Selections> selections) {
        this.model = model;
        this.tables = tables;
        this.selections = selections;
    }

    Optional<Group> of(String selection, Instant asOf) {
        int colon = selection.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        return selections.stream()
                .filter(one -> one.name().equals(selection.substring(0, colon)))
                .findFirst()
                .flatMap(one -> one.select(selection.substring(colon + 1), asOf))
                .map(members -> counted(selection, members, tables.of(model, asOf)));
    }

    private static Group counted(
            String selection, Collection<ProfileId> members, ScoreColumns table) {
        int category = table.place("category");
        int own = table.place("own");
        int known = 0;
        double spent = 0;
        double ours = 0;
        for (ProfileId member : members) {
            int row = table.rowOf(member.value());
            if (row >= 0) {
                known++;
                spent += table.number(category, row);
                ours += table.number(own, row);
            }
        }
        String open = "in=" + selection;
        return new Group(
                selection,
                members.size(),
                open,
                known,
                open + "&" + Opening.of(PagesOfScores.everybody(WalletModel.KEY, "share")),
                Math.round(spent),
                Math.round(ours));
    }
}

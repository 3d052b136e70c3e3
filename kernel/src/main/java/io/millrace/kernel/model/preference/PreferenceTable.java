package io.millrace.kernel.model.preference;

import io.millrace.kernel.preference.Preference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every customer's favourites as of an instant, in the order of the customers' ids. */
public final class PreferenceTable {
    /**
     * A customer who has at least one favourite, or habit enough for one.
     *
     * @param favourites one for each preference that was asked for, in the order asked; empty where
     *     too little is known
     */
    private record Row(UUID customer, List<Optional<Favourite>> favourites) {}

    /**
     * @param share of all choices, above 0 and at most 1: how sure it is
     * @param known how many purchases or moments it rests on
     */
    public record Favourite(String value, double share, int known) {}

    private final List<Preference> asked;
    private final List<Row> rows = new ArrayList<>();

    PreferenceTable(List<Preference> asked) {
        this.asked = asked;
    }

    /** All customers of the cut. */
    public int size() {
        return rows.size();
    }

    public UUID customer(int row) {
        return rows.get(row).customer;
    }

    /** Empty where too little is known, or where the preference was not asked for. */
    public Optional<Favourite> favourite(int row, Preference preference) {
        int place = asked.indexOf(preference);
        return place < 0 ? Optional.empty() : rows.get(row).favourites.get(place);
    }

    void add(UUID customer, List<Optional<Favourite>> favourites) {
        rows.add(new Row(customer, favourites));
    }

    void append(PreferenceTable other) {
        rows.addAll(other.rows);
    }
}

package io.millrace.audiences.portraits;

import io.millrace.shared.Label;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who some customers are, compared with others, and how groups of customers cross. Everything is of
 * known customers as of an instant; a list opens with exactly those whom a number counts.
 */
public interface Portraits {
    /** What there is to group customers by. */
    List<GroupingName> groupings();

    /** In what some customers differ from others, the strongest first. */
    Portrayed portray(Sought sought);

    /** How many customers, and what value, have each pair of values. */
    Combined combine(Crossing crossing);

    /**
     * Makes an audience of cells: one that follows a condition wherever all their values can be
     * asked for in one, else a list of those who are in them now.
     */
    Kept keep(Crossing crossing, List<Place> cells, String name, String by);

    /** The same of whoever some selections name. */
    Kept keep(List<String> in, @Nullable Instant asOf, String name, String by);

    /**
     * @param family under which it is offered: {@code value}, {@code stage}, {@code person}, {@code
     *     buying}, {@code contact}, {@code tag}
     * @param several true if a customer can have more than one of the values
     */
    record GroupingName(String key, Label label, String family, boolean several) {}

    /**
     * @param in whom to portray: selections as lists of customers take them; all of them hold
     * @param against whom to compare with, likewise; empty for all customers
     * @param groupings by which; empty for all there are
     */
    record Sought(
            List<String> in, List<String> against, List<String> groupings, @Nullable Instant asOf) {
        public Sought {
            in = List.copyOf(in);
            against = List.copyOf(against);
            groupings = List.copyOf(groupings);
        }
    }

    /** Answers of {@link #portray}. */
    sealed interface Portrayed {
        record Done(Portrait portrait) implements Portrayed {}

        record Unknown(String what) implements Portrayed {}
    }

    /**
     * @param customers who are portrayed
     * @param against with how many they are compared, themselves included if they are among them
     * @param rest those of them who are not portrayed: with these the tests compare
     */
    record Portrait(
            Instant asOf,
            int customers,
            int against,
            int rest,
            List<Trait> traits,
            long version,
            long millis) {}

    /**
     * One grouping of a portrait.
     *
     * @param strength Cramér's V, 0 to 1; where there can be several values that of the strongest
     * @param chance p-value, adjusted for the number of groupings (Benjamini and Hochberg)
     * @param tooFew true if the numbers are too small for the test
     */
    record Trait(
            GroupingName grouping,
            double strength,
            double chance,
            boolean differs,
            boolean tooFew,
            List<Bar> values) {}

    /**
     * One value of a grouping.
     *
     * @param share of those portrayed, 0 to 1
     * @param index 100 × {@code share} ÷ {@code againstShare}; null if nobody has the value
     * @param chance p-value of the two shares, adjusted for the number of values shown
     * @param live true if an audience of this value can follow a condition
     * @param open opens those portrayed who have the value
     */
    record Bar(
            String value,
            Label label,
            int customers,
            double share,
            int againstCustomers,
            double againstShare,
            @Nullable Double index,
            double chance,
            boolean differs,
            boolean tooFew,
            boolean live,
            String open) {}

    /**
     * @param layers a third grouping, each value of which is a matrix of its own; null for none
     * @param in among whom; empty for all customers
     * @param days of the period before the instant in which revenue counts; 0 for all time
     */
    record Crossing(
            String rows,
            String columns,
            @Nullable String layers,
            List<String> in,
            int days,
            @Nullable Instant asOf) {
        public Crossing {
            in = List.copyOf(in);
        }
    }

    /** A cell's values; {@code layer} is null where all layers are meant. */
    record Place(String row, String column, @Nullable String layer) {}

    /** Answers of {@link #combine}. */
    sealed interface Combined {
        record Done(Matrix matrix) implements Combined {}

        record Unknown(String what) implements Combined {}
    }

    /**
     * @param total everybody in it, each counted once
     * @param cells those with at least one customer
     * @param currency of all revenue; null if the workspace has none yet
     */
    record Matrix(
            Instant asOf,
            Axis rows,
            Axis columns,
            @Nullable Axis layers,
            Sum total,
            List<Cell> cells,
            @Nullable String currency,
            int days,
            long version,
            long millis) {}

    /**
     * @param values with everybody who has them, whatever the other groupings say
     */
    record Axis(GroupingName grouping, List<Margin> values) {}

    record Margin(String value, Label label, boolean live, Sum sum) {}

    /**
     * @param revenue net, minor units
     * @param open opens these customers
     */
    record Sum(int customers, long revenue, String open) {}

    record Cell(String row, String column, @Nullable String layer, Sum sum) {}

    /** Answers of {@link #keep}. */
    sealed interface Kept {
        /**
         * @param live true if it follows a condition, false if it is a list
         * @param job that evaluates everybody; null if there is nothing to evaluate
         */
        record Done(String id, boolean live, @Nullable String job, int customers) implements Kept {}

        record Unknown(String what) implements Kept {}

        record NameTaken(String name) implements Kept {}

        /** There is nobody in the cells. */
        record Nobody() implements Kept {}

        record NameMissing() implements Kept {}
    }
}

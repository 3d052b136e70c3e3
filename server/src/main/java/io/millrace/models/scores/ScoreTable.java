package io.millrace.models.scores;

import io.millrace.shared.SortedProfiles;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The scores of one model, a row for each scored customer, in the order of the customers' ids. */
public interface ScoreTable {
    List<Figure> figures();

    int size();

    UUID customer(int row);

    /** The row of a customer, or -1. */
    int rowOf(UUID customer);

    /** The place of a figure in {@link #figures}, or -1. */
    int place(String figure);

    /** NaN if the customer has no such figure or it is text. */
    double number(int figure, int row);

    /** Null if the customer has no such figure or it is a number. */
    @Nullable String text(int figure, int row);

    /** The customers in the rows that pass. */
    SortedProfiles where(IntPredicate passes);
}

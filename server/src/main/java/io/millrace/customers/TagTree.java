package io.millrace.customers;

import io.millrace.shared.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The categories of tags and their values: what tags there are, and how they are used. */
public interface TagTree {
    /** All categories in the order of their names; a category that is only spoken of is there. */
    List<Category> categories();

    /** A new category. */
    Defined define(Definition definition, String by);

    /** Another description of a category; its name stays. */
    Defined redefine(UUID category, Definition definition, String by);

    /** A value that may be given; it is made known, or brought back if it was archived. */
    Defined allow(UUID category, String value, String by);

    /** A value that is not offered any more; who bears it keeps it. */
    Defined archive(UUID category, String value, String by);

    /**
     * Everybody who bears a value bears another one of the category from now on: so a value is
     * renamed, or joined with another one. In the background.
     */
    Replaced replace(UUID category, String value, String by, String with);

    /**
     * @param colour {@code #rrggbb}
     * @param oneOf a customer bears at most one value; who gives another one replaces it
     * @param strict only defined values may be given by hand
     */
    record Definition(
            @Nullable String name,
            @Nullable UUID parent,
            boolean oneOf,
            boolean strict,
            @Nullable String colour,
            @Nullable String description,
            boolean archived) {}

    /**
     * @param customers who bear any value of it
     */
    record Category(
            UUID id,
            String name,
            @Nullable UUID parent,
            boolean oneOf,
            boolean strict,
            @Nullable String colour,
            @Nullable String description,
            boolean archived,
            long customers,
            List<Value> values,
            List<Use> uses) {}

    /**
     * @param customers who bear it now
     * @param automatic how many of them only because a rule gives it
     */
    record Value(String value, boolean archived, long customers, long automatic) {}

    /**
     * What speaks of a tag.
     *
     * @param kind {@code rule} or {@code audience}
     * @param value null if it speaks of any value
     */
    record Use(String kind, String id, String name, String category, @Nullable String value) {}

    /** What a module above implements to tell which of its things speak of tags. */
    interface Uses {
        List<Use> all();
    }

    /** Answers of what changes the tree. */
    sealed interface Defined {
        record Done(UUID category) implements Defined {}

        record Invalid(List<FieldProblem> errors) implements Defined {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }

        record UnknownCategory() implements Defined {}

        record NameTaken(String name) implements Defined {}
    }

    /** Answers of {@link #replace}. */
    sealed interface Replaced {
        record Queued(UUID job) implements Replaced {}

        record Invalid(List<FieldProblem> errors) implements Replaced {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }

        record UnknownValue() implements Replaced {}

        /** Conditions and rules name it, and would no longer find it. */
        record InUse(List<Use> by) implements Replaced {
            public InUse {
                by = List.copyOf(by);
            }
        }
    }

    /** The category of this name. */
    Optional<Category> named(String name);
}

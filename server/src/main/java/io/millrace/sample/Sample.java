package io.millrace.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sample brand's loading and removal. Whatever it brings has the source {@link #SOURCE}. */
public interface Sample {
    String SOURCE = "sample";

    int DEFAULT_CUSTOMERS = 20_000;
    int MOST_CUSTOMERS = 2_000_000;
    long DEFAULT_SEED = 20_260_101;

    /**
     * Begins to load a brand that ends now.
     *
     * @param customers 1 to {@link #MOST_CUSTOMERS}; null means the default
     * @param seed null means the default
     */
    Loading load(@Nullable Integer customers, @Nullable Long seed);

    /** Begins to remove everything that the brand brought. */
    Removal remove();

    State state();

    /** Answers of {@link #load}. */
    sealed interface Loading {
        record Started(UUID job) implements Loading {}

        /** There can be one at a time. */
        record AlreadyThere(State state) implements Loading {}

        record SizeOutOfRange(int least, int most) implements Loading {}
    }

    /** Answers of {@link #remove}. */
    sealed interface Removal {
        record Started(UUID job) implements Removal {}

        record NothingThere() implements Removal {}
    }

    /**
     * @param loaded true from the moment on when loading began
     * @param customers loaded so far
     * @param facts appended so far, without those that other modules make of orders and profiles
     */
    record State(boolean loaded, long customers, long facts, @Nullable UUID job) {}
}

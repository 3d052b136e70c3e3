package io.millrace.timelines;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing the whole store into files that other tools read. */
public interface Exports {
    /**
     * Begins to write every fact into Parquet files, in a job of the background.
     *
     * @param directory an absolute path to a new or empty folder; null for a new one in the data
     *     folder
     */
    Beginning parquet(@Nullable String directory);

    /** Answers of {@link #parquet}. */
    sealed interface Beginning {
        record Begun(UUID job, String directory) implements Beginning {}

        /** Not absolute, not a folder, or something lies in it. */
        record NotUsable(String directory) implements Beginning {}
    }
}

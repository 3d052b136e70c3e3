package io.millrace.kernel.timeline;

/** Words and their codes, as one store uses them. A word that no fact has ever used has no code. */
public interface Dictionary {
    /** What stands for "no such word". */
    int NONE = -1;

    /** The code of a word, or {@link #NONE}. */
    int code(String word);

    /** The word of a code that this dictionary gave. */
    String word(int code);

    int size();

    /**
     * The epoch day behind a sealed date, where it was opened in memory; else {@link
     * SealedDates#NONE}.
     */
    default long dateUnder(String sealed) {
        return SealedDates.NONE;
    }
}

package io.millrace.shared;

import java.util.List;
import java.util.Locale;

/** All problems that the product can answer with. */
public interface ProblemCatalogue {
    /** Sorted by code, in English or Chinese. */
    List<Entry> entries(Locale language);

    record Entry(String code, int status, String title, String detail) {}
}

package io.millrace.customers;

import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.TamperedValueException;
import io.millrace.shared.DataLevel;
import io.millrace.timelines.SealedDateReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens confidential dates of customers for conditions; restricted ones stay closed. */
final class Birthdays implements SealedDateReader {
    private static final Logger log = LoggerFactory.getLogger(Birthdays.class);
    private static final int LENGTH = "2000-01-31".length();

    private final AttributeCatalogue catalogue;
    private final Privacy privacy;

    Birthdays(AttributeCatalogue catalogue, Privacy privacy) {
        this.catalogue = catalogue;
        this.privacy = privacy;
    }

    @Override
    public Set<String> attributes() {
        return catalogue.names(attribute ->
                attribute.type().equals("date") && attribute.level() != DataLevel.RESTRICTED);
    }

    @Override
    public Map<SealedValue, LocalDate> dates(Collection<SealedValue> values) {
        Map<SealedValue, LocalDate> dates = new HashMap<>();
        opened(values)
                .forEach((value, clear) -> {
                    LocalDate date = date(clear);
                    if (date != null) {
                        dates.put(value, date);
                    }
                });
        return dates;
    }

    private Map<SealedValue, String> opened(Collection<SealedValue> values) {
        Map<Privacy.SealedValue, SealedValue> asked = new HashMap<>();
        values.forEach(value ->
                asked.put(
                        new Privacy.SealedValue(value.profile(), "value", value.sealed()), value));
        Map<SealedValue, String> clear = new HashMap<>();
        try {
            privacy.openAll(asked.keySet())
                    .forEach((sealed, text) -> clear.put(asked.get(sealed), text));
        } catch (TamperedValueException tampered) {
            if (values.size() > 1) {
                values.forEach(value -> clear.putAll(opened(List.of(value))));
            } else {
                log.error("A sealed date cannot be opened and stays unknown", tampered);
            }
        }
        return clear;
    }

    private static @Nullable LocalDate date(String clear) {
        if (clear.length() < LENGTH) {
            return null;
        }
        try {
            return LocalDate.parse(clear.substring(0, LENGTH));
        } catch (DateTimeException none) {
            return null;
        }
    }
}

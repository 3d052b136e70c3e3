package io.millrace.audiences.portraits;

import io.millrace.customers.CustomerFiles;
import io.millrace.shared.DataLevel;
import java.util.List;
import java.util.Locale;

/** The attributes that may be counted: those that are not secret. */
final class Attributes {
    private Attributes() {}

    static List<CustomerFiles.AttributeView> readable(CustomerFiles files) {
        return files.attributes().stream()
                .filter(one -> !DataLevel.valueOf(one.level().toUpperCase(Locale.ROOT)).encrypted())
                .toList();
    }
}

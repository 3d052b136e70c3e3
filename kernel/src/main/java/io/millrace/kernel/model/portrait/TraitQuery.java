package io.millrace.kernel.model.portrait;

import java.util.List;

/**
 * What is to be gathered of every customer.
 *
 * @param asOf microseconds since 1970 UTC; facts that occurred later do not count
 * @param attributes names of attributes, each a column of its own
 * @param purpose of the consents
 * @param channels of the consents, each a column of its own
 */
public record TraitQuery(
        long asOf, List<String> attributes, String purpose, List<String> channels) {
    public TraitQuery {
        attributes = List.copyOf(attributes);
        channels = List.copyOf(channels);
    }
}

package io.millrace.intake;

import io.millrace.customers.Customers.IdentityType;
import java.util.List;
import java.util.UUID;

/**
 * What a module above implements to tell which columns of an uploaded file name persons, so that an
 * erasure finds them there too.
 */
public interface NamedColumns {
    List<Named> of(UUID upload);

    /**
     * @param column by its name
     */
    record Named(String column, IdentityType type) {}
}

package io.millrace.shared;

import java.util.UUID;

/** Where new UUIDv7 come from; tests give a seeded one. */
@FunctionalInterface
public interface Ids {
    UUID next();
}

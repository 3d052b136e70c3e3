package io.millrace.privacy.web;

import io.millrace.privacy.Privacy.ErasedStore;
import io.millrace.privacy.Privacy.Erasure;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of erasure as the API shows it. */
record Certificate(
        UUID id,
        UUID job,
        ProfileId customer,
        String state,
        String requestedBy,
        List<ErasedStore> stores,
        Instant requestedAt,
        @Nullable Instant finishedAt) {
    static Certificate of(Erasure erasure) {
        return new Certificate(
                erasure.id(),
                erasure.job(),
                erasure.customer(),
                erasure.state().name().toLowerCase(Locale.ROOT),
                erasure.requestedBy(),
                erasure.stores(),
                erasure.requestedAt(),
                erasure.finishedAt());
    }
}

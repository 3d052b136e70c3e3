package io.millrace.audiences.live;

import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds customers by what somebody else calls them. Many at once cost a few queries. */
public interface NamedCustomers {
    /**
     * @param kind what the texts are
     * @return one answer a text, in order
     */
    List<Named> find(List<String> texts, NameKind kind);

    /** Answers of {@link #find}. */
    sealed interface Named {
        /** The customer who has it now. */
        record Known(ProfileId customer) implements Named {}

        /**
         * @param reason {@code blank}, {@code impossible} if nothing of this kind is written so, or
         *     {@code unknown}
         * @param indexes under which those whom it may mean would be kept
         */
        record Unknown(String reason, Set<UUID> indexes) implements Named {}
    }
}

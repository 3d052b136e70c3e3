package io.millrace.customers;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To what customers consented, by purpose and channel. What is kept is the facts: each word of a
 * customer is one, and so is the end of a consent that expires, with its date in the future.
 */
public interface Consents {
    List<Purpose> purposes();

    /** Makes these the purposes; what customers said to others stays said. */
    List<FieldProblem> define(List<Purpose> purposes, String by);

    /** Records a word that somebody heard from the customer. */
    CustomerEdits.Edited<List<State>> record(ProfileId customer, Word word, String by);

    /**
     * What a customer last said, by purpose and channel.
     *
     * @param asOf null means now
     */
    List<State> of(ProfileId customer, @Nullable Instant asOf);

    record Purpose(String key, Label label) {}

    /**
     * @param channel {@code email}, {@code sms} …
     * @param given false if it was withdrawn
     * @param expiresAt when a given consent ends by itself; null for never
     * @param evidence how it was said: a form, a call; null if unknown
     */
    record Word(
            String purpose,
            String channel,
            boolean given,
            @Nullable Instant expiresAt,
            @Nullable String evidence) {}

    /**
     * @param since when it was said
     * @param expiresAt when it ends by itself; null if never
     */
    record State(
            String purpose,
            String channel,
            boolean given,
            Instant since,
            @Nullable Instant expiresAt,
            String source) {}
}

package io.millrace.access;

import java.time.Duration;
import java.util.UUID;

/** Signing in to the console with e-mail and password, and out again. */
public interface Sessions {
    /** A session ends when it was not used for so long. */
    Duration IDLE = Duration.ofDays(7);

    /** A session ends so long after sign-in, however much it is used. */
    Duration LONGEST = Duration.ofDays(30);

    /**
     * @param address where the attempt comes from, for the throttle
     */
    SignedIn signIn(String email, String password, String address);

    /** Ends the session of this token at once, here and on the server. */
    void signOut(String token);

    sealed interface SignedIn {
        /**
         * @param token the secret that the browser keeps
         */
        record Done(String token, UUID user) implements SignedIn {}

        /** E-mail or password is wrong, or the user is not active; it is not said which. */
        record Refused() implements SignedIn {}

        record TooManyAttempts(Duration retryAfter) implements SignedIn {}
    }
}

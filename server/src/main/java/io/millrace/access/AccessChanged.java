package io.millrace.access;

import java.util.Map;

/**
 * Somebody changed who may do what, or signed in or failed to: an event for the audit trail.
 *
 * @param actor the id of the user or key that did it; of the address, for a failed sign-in
 * @param action such as {@code user.created}, {@code key.revoked}, {@code session.refused}
 * @param target the id of what was changed
 * @param details nothing secret and nobody's password
 */
public record AccessChanged(
        String actor, String action, String target, Map<String, String> details) {
    public AccessChanged {
        details = Map.copyOf(details);
    }
}

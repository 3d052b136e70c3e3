package io.millrace.workspace;

import java.time.Instant;

/**
 * The last instant that a question reaches to. A controller's parameter of this type is read from
 * the query parameter of the same name: an RFC 3339 instant, or a date, which means the whole of
 * that day in the workspace's zone. Absent, it is now, or null if the parameter is declared
 * nullable.
 */
public record Through(Instant instant) {}

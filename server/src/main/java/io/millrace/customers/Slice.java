package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ids of one page in their order, and where the next one begins. */
record Slice(List<ProfileId> roots, @Nullable String next) {}

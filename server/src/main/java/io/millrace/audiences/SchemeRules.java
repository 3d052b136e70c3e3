package io.millrace.audiences;

import io.millrace.kernel.model.LifecycleScheme;
import java.util.List;
import java.util.Optional;

/** The lifecycle schemes and their rules as they were written, for whoever asks conditions. */
public interface SchemeRules {
    /** In the order in which they are offered. */
    List<LifecycleScheme> all();

    Optional<LifecycleScheme> find(String key);
}

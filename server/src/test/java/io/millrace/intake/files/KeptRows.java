package io.millrace.intake.files;

import io.millrace.intake.Inbox;
import io.millrace.shared.Page;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inbox that only keeps. */
final class KeptRows implements Inbox {
    final Map<@Nullable UUID, Kept> kept = new LinkedHashMap<>();

    @Override
    public int keep(Collection<Kept> rejected) {
        int before = kept.size();
        rejected.forEach(one -> kept.putIfAbsent(one.key(), one));
        return kept.size() - before;
    }

    @Override
    public Page<Entry> list(
            Filter filter, @Nullable String cursor, int limit, boolean withTotal, Locale locale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Entry> find(UUID id, Locale locale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CodeCount> summary(Locale locale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Change fix(UUID id, String payload, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Change replay(UUID id, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Replayed replay(List<UUID> ids, @Nullable String code, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Change dismiss(UUID id, String by) {
        throw new UnsupportedOperationException();
    }
}

package io.millrace.audiences.tags;

import io.millrace.audiences.live.LiveAudiences;
import io.millrace.audiences.live.Members;
import io.millrace.customers.TagRules;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the tags equal to the audiences. It compares instead of counting events, so that whatever
 * stopped it before, the next step is right.
 */
@Component
final class TagKeeper {
    private final RuleTable rules;
    private final Members members;
    private final LiveAudiences audiences;
    private final TagRules tags;
    private final Map<UUID, Done> done = new HashMap<>();
    private final Map<UUID, String> errors = new HashMap<>();

    TagKeeper(RuleTable rules, Members members, LiveAudiences audiences, TagRules tags) {
        this.rules = rules;
        this.members = members;
        this.audiences = audiences;
        this.tags = tags;
    }

    private record Done(RuleTable.Row row, long revision, int size) {}

    /** One after the other, whoever asks. */
    synchronized void step() {
        for (RuleTable.Row row : rules.all()) {
            if (row.paused()) {
                continue;
            }
            try {
                follow(row);
                errors.remove(row.id());
            } catch (RuntimeException failed) {
                done.remove(row.id());
                errors.put(row.id(), failed.toString());
                throw failed;
            }
        }
        tags.expire();
    }

    private void follow(RuleTable.Row row) {
        Members.Now now = members.of(row.audience()).orElse(null);
        if (now == null) {
            return;
        }
        Done next = new Done(row, now.revision(), now.members().size());
        if (!next.equals(done.get(row.id()))) {
            tags.follow(rule(row), now.members());
            done.put(row.id(), next);
        }
    }

    private TagRules.Rule rule(RuleTable.Row row) {
        String name =
                audiences
                        .find(row.audience())
                        .map(found -> found.audience().name())
                        .orElse(row.category());
        return new TagRules.Rule(
                row.id(),
                name,
                row.category(),
                row.value(),
                row.days(),
                row.keepDays(),
                row.expireDays());
    }

    /** Compares everything anew at the next step. */
    synchronized void forget() {
        done.clear();
    }

    synchronized @Nullable String error(UUID rule) {
        return errors.get(rule);
    }
}

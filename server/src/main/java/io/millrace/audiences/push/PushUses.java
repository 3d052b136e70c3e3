package io.millrace.audiences.push;

import io.millrace.audiences.live.LiveAudiences;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An audience that somebody is told of is in use. */
@Component
final class PushUses implements LiveAudiences.Uses {
    private final PushTable pushes;

    PushUses(PushTable pushes) {
        this.pushes = pushes;
    }

    @Override
    public List<LiveAudiences.Use> of(UUID audience) {
        return pushes.of(audience).stream()
                .map(push -> new LiveAudiences.Use("push", push.id().toString(), host(push.url())))
                .toList();
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }
}
